#include "textflag.h"

DATA absmask<>+0(SB)/4, $0x7fffffff
GLOBL absmask<>(SB), RODATA|NOPTR, $4
DATA one<>+0(SB)/4, $0x3f800000
GLOBL one<>(SB), RODATA|NOPTR, $4
DATA half<>+0(SB)/4, $0x3f000000
GLOBL half<>(SB), RODATA|NOPTR, $4

// GATE turns Y0 into Y1 = 0.5 + 0.5*(x/(1+|x|)); Y13 absmask, Y14 one, Y15 half.
#define GATE \
	VANDPS Y13, Y0, Y1 \
	VADDPS Y14, Y1, Y1 \
	VDIVPS Y1, Y0, Y1  \
	VMULPS Y15, Y1, Y1 \
	VADDPS Y15, Y1, Y1

#define GATECONSTANTS \
	VBROADCASTSS absmask<>(SB), Y13 \
	VBROADCASTSS one<>(SB), Y14     \
	VBROADCASTSS half<>(SB), Y15

DATA ones<>+0(SB)/4, $0x00010001
GLOBL ones<>(SB), RODATA|NOPTR, $4
DATA zeroPoint<>+0(SB)/8, $0x4040404040404040
GLOBL zeroPoint<>(SB), RODATA|NOPTR, $8

// STEP adds four products a column: Y12 and Y13 hold the weights, ROW four activations.
#define STEP(ROW, LO, HI) \
	VPBROADCASTD ROW, Y14      \
	VPMADDUBSW Y12, Y14, Y15   \
	VPADDW     Y15, LO, LO     \
	VPMADDUBSW Y13, Y14, Y15   \
	VPADDW     Y15, HI, HI

#define STEPS(OFFSET) \
	STEP(OFFSET(AX), Y0, Y1)         \
	STEP(OFFSET(AX)(R12*1), Y2, Y3)  \
	STEP(OFFSET(AX)(R12*2), Y4, Y5)  \
	STEP(OFFSET(R13), Y6, Y7)        \
	STEP(OFFSET(R13)(R12*1), Y8, Y9) \
	STEP(OFFSET(R13)(R12*2), Y10, Y11)

// TAKE adds pairs of sums of 16 bits to those of 32 bits before and writes these to the stack; Y13 holds ones.
#define TAKE(BEFORE, NEXT, OFFSET, LO, HI) \
	VPMADDWD Y13, LO, LO         \
	VPMADDWD Y13, HI, HI         \
	VPADDD   BEFORE, LO, LO      \
	VPADDD   NEXT, HI, HI         \
	VMOVDQU  LO, OFFSET(SP)      \
	VMOVDQU  HI, (OFFSET+32)(SP)

// FINISH writes a row of the result; Y13 holds ones.
#define FINISH(BEFORE, NEXT, ROW, LO, HI) \
	VBROADCASTSS (ROW*4)(R8), Y12 \
	VPMADDWD Y13, LO, LO          \
	VPMADDWD Y13, HI, HI          \
	VPADDD   BEFORE, LO, LO       \
	VPADDD   NEXT, HI, HI          \
	VCVTDQ2PS LO, LO              \
	VCVTDQ2PS HI, HI              \
	VMULPS Y12, LO, LO            \
	VMULPS Y12, HI, HI            \
	VMULPS (R9), LO, LO           \
	VMULPS 32(R9), HI, HI         \
	VADDPS (R10), LO, LO          \
	VADDPS 32(R10), HI, HI        \
	VMOVUPS LO, (DI)              \
	VMOVUPS HI, 32(DI)            \
	ADDQ R11, DI

// func tileAVX2(steps int, a *uint8, strideA int, panel *int8, c *float32, strideC int, rowScales, colScales, bias *float32, shift *int32)
// Y0..Y11 sum up a block in 16 bits, two vectors a row. The sums in 32 bits are at SI, rows R14 bytes apart: the
// shift at first (R14 is 0), then on the stack.
TEXT ·tileAVX2(SB), NOSPLIT, $384-80
	MOVQ steps+0(FP), CX
	MOVQ a+8(FP), AX
	MOVQ strideA+16(FP), R12
	MOVQ panel+24(FP), BX
	LEAQ (R12)(R12*2), R13
	ADDQ AX, R13
	MOVQ shift+72(FP), SI
	MOVQ SI, R15
	XORQ R14, R14

tileBlock:
	MOVQ $16, DX
	CMPQ CX, DX
	CMOVQLT CX, DX
	SUBQ DX, CX
	VPXOR Y0, Y0, Y0
	VPXOR Y1, Y1, Y1
	VPXOR Y2, Y2, Y2
	VPXOR Y3, Y3, Y3
	VPXOR Y4, Y4, Y4
	VPXOR Y5, Y5, Y5
	VPXOR Y6, Y6, Y6
	VPXOR Y7, Y7, Y7
	VPXOR Y8, Y8, Y8
	VPXOR Y9, Y9, Y9
	VPXOR Y10, Y10, Y10
	VPXOR Y11, Y11, Y11

tileLoop:
	VMOVDQU (BX), Y12
	VMOVDQU 32(BX), Y13
	STEPS(0)
	VMOVDQU 64(BX), Y12
	VMOVDQU 96(BX), Y13
	STEPS(4)
	ADDQ $128, BX
	ADDQ $8, AX
	ADDQ $8, R13
	DECQ DX
	JNZ  tileLoop

	VPBROADCASTD ones<>(SB), Y13
	TESTQ CX, CX
	JZ   tileFinish
	TAKE((SI), 32(SI), 0, Y0, Y1)
	TAKE((SI)(R14*1), 32(SI)(R14*1), 64, Y2, Y3)
	TAKE((SI)(R14*2), 32(SI)(R14*2), 128, Y4, Y5)
	TAKE((R15), 32(R15), 192, Y6, Y7)
	TAKE((R15)(R14*1), 32(R15)(R14*1), 256, Y8, Y9)
	TAKE((R15)(R14*2), 32(R15)(R14*2), 320, Y10, Y11)
	LEAQ 0(SP), SI
	LEAQ 192(SP), R15
	MOVQ $64, R14
	JMP  tileBlock

tileFinish:
	MOVQ c+32(FP), DI
	MOVQ strideC+40(FP), R11
	SHLQ $2, R11
	MOVQ rowScales+48(FP), R8
	MOVQ colScales+56(FP), R9
	MOVQ bias+64(FP), R10
	FINISH((SI), 32(SI), 0, Y0, Y1)
	FINISH((SI)(R14*1), 32(SI)(R14*1), 1, Y2, Y3)
	FINISH((SI)(R14*2), 32(SI)(R14*2), 2, Y4, Y5)
	FINISH((R15), 32(R15), 3, Y6, Y7)
	FINISH((R15)(R14*1), 32(R15)(R14*1), 4, Y8, Y9)
	FINISH((R15)(R14*2), 32(R15)(R14*2), 5, Y10, Y11)
	VZEROUPPER
	RET

// func sizesAVX2(x *float32, n int) (squares, top float32)
TEXT ·sizesAVX2(SB), NOSPLIT, $0-24
	MOVQ x+0(FP), AX
	MOVQ n+8(FP), CX
	VBROADCASTSS absmask<>(SB), Y13
	VXORPS Y0, Y0, Y0
	VXORPS Y2, Y2, Y2

sizesLoop:
	VMOVUPS (AX), Y1
	VANDPS Y13, Y1, Y3
	VMAXPS Y3, Y2, Y2
	VMULPS Y1, Y1, Y1
	VADDPS Y1, Y0, Y0
	ADDQ $32, AX
	SUBQ $8, CX
	JNZ  sizesLoop

	VEXTRACTF128 $1, Y0, X1
	VADDPS X1, X0, X0
	VMOVHLPS X0, X0, X1
	VADDPS X1, X0, X0
	VMOVSHDUP X0, X1
	VADDSS X1, X0, X0
	VMOVSS X0, squares+16(FP)
	VEXTRACTF128 $1, Y2, X1
	VMAXPS X1, X2, X2
	VMOVHLPS X2, X2, X1
	VMAXPS X1, X2, X2
	VMOVSHDUP X2, X1
	VMAXSS X1, X2, X2
	VMOVSS X2, top+20(FP)
	VZEROUPPER
	RET

// func maxAbsAVX2(x *float32, n int) float32
TEXT ·maxAbsAVX2(SB), NOSPLIT, $0-20
	MOVQ x+0(FP), AX
	MOVQ n+8(FP), CX
	VBROADCASTSS absmask<>(SB), Y13
	VXORPS Y0, Y0, Y0

maxLoop:
	VANDPS (AX), Y13, Y1
	VMAXPS Y1, Y0, Y0
	ADDQ $32, AX
	SUBQ $8, CX
	JNZ  maxLoop

	VEXTRACTF128 $1, Y0, X1
	VMAXPS X1, X0, X0
	VMOVHLPS X0, X0, X1
	VMAXPS X1, X0, X0
	VMOVSHDUP X0, X1
	VMAXSS X1, X0, X0
	VMOVSS X0, ret+16(FP)
	VZEROUPPER
	RET

// func toBytesAVX2(x *float32, q *uint8, n int, multiplier float32)
TEXT ·toBytesAVX2(SB), NOSPLIT, $0-28
	MOVQ x+0(FP), AX
	MOVQ q+8(FP), DI
	MOVQ n+16(FP), CX
	VBROADCASTSS multiplier+24(FP), Y2
	VPBROADCASTQ zeroPoint<>(SB), X3

bytesLoop:
	VMULPS (AX), Y2, Y0
	VMULPS 32(AX), Y2, Y1
	VCVTPS2DQ Y0, Y0
	VCVTPS2DQ Y1, Y1
	VPACKSSDW Y1, Y0, Y0
	VPERMQ $0xD8, Y0, Y0
	VEXTRACTI128 $1, Y0, X1
	VPACKSSWB X1, X0, X0
	VPADDB X3, X0, X0
	VMOVDQU X0, (DI)
	ADDQ $64, AX
	ADDQ $16, DI
	SUBQ $16, CX
	JNZ  bytesLoop

	VZEROUPPER
	RET

// func toShortsAVX2(x *float32, q *int16, n int, multiplier float32)
TEXT ·toShortsAVX2(SB), NOSPLIT, $0-28
	MOVQ x+0(FP), AX
	MOVQ q+8(FP), DI
	MOVQ n+16(FP), CX
	VBROADCASTSS multiplier+24(FP), Y2

shortsLoop:
	VMULPS (AX), Y2, Y0
	VMULPS 32(AX), Y2, Y1
	VCVTPS2DQ Y0, Y0
	VCVTPS2DQ Y1, Y1
	VPACKSSDW Y1, Y0, Y0
	VPERMQ $0xD8, Y0, Y0
	VMOVDQU Y0, (DI)
	ADDQ $64, AX
	ADDQ $32, DI
	SUBQ $16, CX
	JNZ  shortsLoop

	VZEROUPPER
	RET

// func addAVX2(x, y *float32, n int)
TEXT ·addAVX2(SB), NOSPLIT, $0-24
	MOVQ x+0(FP), DI
	MOVQ y+8(FP), AX
	MOVQ n+16(FP), CX

addLoop:
	VMOVUPS (DI), Y0
	VADDPS (AX), Y0, Y0
	VMOVUPS Y0, (DI)
	ADDQ $32, AX
	ADDQ $32, DI
	SUBQ $8, CX
	JNZ  addLoop

	VZEROUPPER
	RET

// func addSwishAVX2(x, y *float32, n int)
TEXT ·addSwishAVX2(SB), NOSPLIT, $0-24
	MOVQ x+0(FP), DI
	MOVQ y+8(FP), AX
	MOVQ n+16(FP), CX
	GATECONSTANTS

addSwishLoop:
	VMOVUPS (AX), Y0
	GATE
	VMULPS Y0, Y1, Y1
	VADDPS (DI), Y1, Y1
	VMOVUPS Y1, (DI)
	ADDQ $32, AX
	ADDQ $32, DI
	SUBQ $8, CX
	JNZ  addSwishLoop

	VZEROUPPER
	RET

// func joinSwishAVX2(to, x, y *float32, n int)
TEXT ·joinSwishAVX2(SB), NOSPLIT, $0-32
	MOVQ to+0(FP), DI
	MOVQ x+8(FP), AX
	MOVQ y+16(FP), BX
	MOVQ n+24(FP), CX
	GATECONSTANTS

joinSwishLoop:
	VMOVUPS (AX), Y0
	VADDPS (BX), Y0, Y0
	GATE
	VMULPS Y0, Y1, Y1
	VMOVUPS Y1, (DI)
	ADDQ $32, AX
	ADDQ $32, BX
	ADDQ $32, DI
	SUBQ $8, CX
	JNZ  joinSwishLoop

	VZEROUPPER
	RET

// func scanAVX2(z, c, before, h *float32, n int)
TEXT ·scanAVX2(SB), NOSPLIT, $0-40
	MOVQ z+0(FP), AX
	MOVQ c+8(FP), BX
	MOVQ before+16(FP), DX
	MOVQ h+24(FP), DI
	MOVQ n+32(FP), CX
	GATECONSTANTS

scanLoop:
	VMOVUPS (AX), Y0
	GATE
	VMOVUPS (DX), Y2
	VMOVUPS (BX), Y3
	VSUBPS Y2, Y3, Y3
	VMULPS Y3, Y1, Y1
	VADDPS Y1, Y2, Y2
	VMOVUPS Y2, (DI)
	ADDQ $32, AX
	ADDQ $32, BX
	ADDQ $32, DX
	ADDQ $32, DI
	SUBQ $8, CX
	JNZ  scanLoop

	VZEROUPPER
	RET

// func addBytesAVX2(x *float32, row *int8, n int, scale float32)
TEXT ·addBytesAVX2(SB), NOSPLIT, $0-28
	MOVQ x+0(FP), DI
	MOVQ row+8(FP), AX
	MOVQ n+16(FP), CX
	VBROADCASTSS scale+24(FP), Y2

addBytesLoop:
	VPMOVSXBD (AX), Y0
	VCVTDQ2PS Y0, Y0
	VMULPS Y2, Y0, Y0
	VADDPS (DI), Y0, Y0
	VMOVUPS Y0, (DI)
	ADDQ $8, AX
	ADDQ $32, DI
	SUBQ $8, CX
	JNZ  addBytesLoop

	VZEROUPPER
	RET

// func dotsAVX2(a, b *int16, n, quads int, rowScales, to *float32)
// n is a multiple of 16. Y0..Y3 sum the products with four rows of b.
TEXT ·dotsAVX2(SB), NOSPLIT, $0-48
	MOVQ b+8(FP), BX
	MOVQ n+16(FP), R9
	MOVQ quads+24(FP), DX
	MOVQ rowScales+32(FP), R8
	MOVQ to+40(FP), DI
	SHLQ $1, R9
	LEAQ (R9)(R9*2), R10

quadLoop:
	MOVQ a+0(FP), AX
	MOVQ R9, CX
	VPXOR Y0, Y0, Y0
	VPXOR Y1, Y1, Y1
	VPXOR Y2, Y2, Y2
	VPXOR Y3, Y3, Y3

dotLoop:
	VMOVDQU (AX), Y4
	VPMADDWD (BX), Y4, Y5
	VPADDD Y5, Y0, Y0
	VPMADDWD (BX)(R9*1), Y4, Y5
	VPADDD Y5, Y1, Y1
	VPMADDWD (BX)(R9*2), Y4, Y5
	VPADDD Y5, Y2, Y2
	VPMADDWD (BX)(R10*1), Y4, Y5
	VPADDD Y5, Y3, Y3
	ADDQ $32, AX
	ADDQ $32, BX
	SUBQ $32, CX
	JNZ  dotLoop

	ADDQ R10, BX
	VPHADDD Y1, Y0, Y0
	VPHADDD Y3, Y2, Y2
	VPHADDD Y2, Y0, Y0
	VEXTRACTI128 $1, Y0, X1
	VPADDD X1, X0, X0
	VCVTDQ2PS X0, X0
	VMULPS (R8), X0, X0
	VMOVUPS X0, (DI)
	ADDQ $16, R8
	ADDQ $16, DI
	DECQ DX
	JNZ  quadLoop

	VZEROUPPER
	RET
