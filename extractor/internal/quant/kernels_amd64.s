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

#define STEP(ROW, LO, HI) \
	VPBROADCASTD ROW, Y14    \
	VPMADDWD Y12, Y14, Y15   \
	VPADDD   Y15, LO, LO     \
	VPMADDWD Y13, Y14, Y15   \
	VPADDD   Y15, HI, HI

#define FINISH(OFFSET, LO, HI) \
	VBROADCASTSS OFFSET(R8), Y14 \
	VCVTDQ2PS LO, LO             \
	VCVTDQ2PS HI, HI             \
	VMULPS Y14, LO, LO           \
	VMULPS Y14, HI, HI           \
	VMULPS (R9), LO, LO          \
	VMULPS 32(R9), HI, HI        \
	VADDPS (R10), LO, LO         \
	VADDPS 32(R10), HI, HI       \
	VMOVUPS LO, (DI)             \
	VMOVUPS HI, 32(DI)           \
	ADDQ R11, DI

// func tileAVX2(pairs int, a *int16, strideA int, panel *int16, c *float32, strideC int, rowScales, colScales, bias *float32)
TEXT ·tileAVX2(SB), NOSPLIT, $0-72
	MOVQ pairs+0(FP), CX
	MOVQ a+8(FP), AX
	MOVQ strideA+16(FP), R12
	SHLQ $1, R12
	MOVQ panel+24(FP), BX
	MOVQ c+32(FP), DI
	MOVQ strideC+40(FP), R11
	SHLQ $2, R11
	LEAQ (R12)(R12*2), R13
	ADDQ AX, R13
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
	STEP((AX), Y0, Y1)
	STEP((AX)(R12*1), Y2, Y3)
	STEP((AX)(R12*2), Y4, Y5)
	STEP((R13), Y6, Y7)
	STEP((R13)(R12*1), Y8, Y9)
	STEP((R13)(R12*2), Y10, Y11)
	ADDQ $64, BX
	ADDQ $4, AX
	ADDQ $4, R13
	DECQ CX
	JNZ  tileLoop

	MOVQ rowScales+48(FP), R8
	MOVQ colScales+56(FP), R9
	MOVQ bias+64(FP), R10
	FINISH(0, Y0, Y1)
	FINISH(4, Y2, Y3)
	FINISH(8, Y4, Y5)
	FINISH(12, Y6, Y7)
	FINISH(16, Y8, Y9)
	FINISH(20, Y10, Y11)
	VZEROUPPER
	RET

// func sumSquaresAVX2(x *float32, n int) float32
TEXT ·sumSquaresAVX2(SB), NOSPLIT, $0-20
	MOVQ x+0(FP), AX
	MOVQ n+8(FP), CX
	VXORPS Y0, Y0, Y0

squareLoop:
	VMOVUPS (AX), Y1
	VMULPS Y1, Y1, Y1
	VADDPS Y1, Y0, Y0
	ADDQ $32, AX
	SUBQ $8, CX
	JNZ  squareLoop

	VEXTRACTF128 $1, Y0, X1
	VADDPS X1, X0, X0
	VMOVHLPS X0, X0, X1
	VADDPS X1, X0, X0
	VMOVSHDUP X0, X1
	VADDSS X1, X0, X0
	VMOVSS X0, ret+16(FP)
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

// func quantizeAVX2(x *float32, q *int16, n int, multiplier float32)
TEXT ·quantizeAVX2(SB), NOSPLIT, $0-28
	MOVQ x+0(FP), AX
	MOVQ q+8(FP), DI
	MOVQ n+16(FP), CX
	VBROADCASTSS multiplier+24(FP), Y2

quantizeLoop:
	VMULPS (AX), Y2, Y0
	VCVTPS2DQ Y0, Y0
	VEXTRACTI128 $1, Y0, X1
	VPACKSSDW X1, X0, X0
	VMOVDQU X0, (DI)
	ADDQ $32, AX
	ADDQ $16, DI
	SUBQ $8, CX
	JNZ  quantizeLoop

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
