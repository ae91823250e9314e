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
	VPMADDUBSW Y13, Y14, Y14   \
	VPADDW     Y15, LO, LO     \
	VPADDW     Y14, HI, HI

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

// func panelAVX2(rows, steps int, a *uint8, strideA int, panel *int8, c *float32, strideC int, rowScales, colScales, bias *float32, shift *int32)
// Y0..Y11 sum up a block of a tile in 16 bits, two vectors a row. The sums in 32 bits are at SI, rows R14 bytes apart:
// the shift at first (R14 is 0), then on the stack. Behind them are the rows left, and where the tile begins.
TEXT ·panelAVX2(SB), NOSPLIT, $416-88
	MOVQ rows+0(FP), AX
	MOVQ AX, 384(SP)
	MOVQ a+16(FP), AX
	MOVQ AX, 392(SP)
	MOVQ c+40(FP), DI
	MOVQ DI, 400(SP)
	MOVQ rowScales+56(FP), R8
	MOVQ R8, 408(SP)
	MOVQ strideA+24(FP), R12
	MOVQ strideC+48(FP), R11
	SHLQ $2, R11
	MOVQ colScales+64(FP), R9
	MOVQ bias+72(FP), R10

tile:
	MOVQ steps+8(FP), CX
	MOVQ 392(SP), AX
	MOVQ panel+32(FP), BX
	LEAQ (R12)(R12*2), R13
	ADDQ AX, R13
	MOVQ shift+80(FP), SI
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
	MOVQ 400(SP), DI
	MOVQ 408(SP), R8
	FINISH((SI), 32(SI), 0, Y0, Y1)
	FINISH((SI)(R14*1), 32(SI)(R14*1), 1, Y2, Y3)
	FINISH((SI)(R14*2), 32(SI)(R14*2), 2, Y4, Y5)
	FINISH((R15), 32(R15), 3, Y6, Y7)
	FINISH((R15)(R14*1), 32(R15)(R14*1), 4, Y8, Y9)
	FINISH((R15)(R14*2), 32(R15)(R14*2), 5, Y10, Y11)
	MOVQ DI, 400(SP)
	ADDQ $24, 408(SP)
	LEAQ (R12)(R12*2), R13
	ADDQ R13, R13
	ADDQ R13, 392(SP)
	SUBQ $6, 384(SP)
	JG   tile
	VZEROUPPER
	RET

// func sizesAVX2(x *float32, n, rows int, squares, tops *float32)
TEXT ·sizesAVX2(SB), NOSPLIT, $0-40
	MOVQ x+0(FP), AX
	MOVQ rows+16(FP), DX
	MOVQ squares+24(FP), DI
	MOVQ tops+32(FP), SI
	VBROADCASTSS absmask<>(SB), Y13

sizesRow:
	MOVQ n+8(FP), CX
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
	VMOVSS X0, (DI)
	VEXTRACTF128 $1, Y2, X1
	VMAXPS X1, X2, X2
	VMOVHLPS X2, X2, X1
	VMAXPS X1, X2, X2
	VMOVSHDUP X2, X1
	VMAXSS X1, X2, X2
	VMOVSS X2, (SI)
	ADDQ $4, DI
	ADDQ $4, SI
	DECQ DX
	JNZ  sizesRow

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

// func toBytesAVX2(x *float32, q *uint8, n, rows int, multipliers *float32)
TEXT ·toBytesAVX2(SB), NOSPLIT, $0-40
	MOVQ x+0(FP), AX
	MOVQ q+8(FP), DI
	MOVQ rows+24(FP), DX
	MOVQ multipliers+32(FP), SI
	VPBROADCASTQ zeroPoint<>(SB), X3

bytesRow:
	MOVQ n+16(FP), CX
	VBROADCASTSS (SI), Y2

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

	ADDQ $4, SI
	DECQ DX
	JNZ  bytesRow

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

// SCAN takes one step of eight columns: H is the state, Z and C where z and c lie, TO where the state goes.
#define SCAN(H, Z, C, TO) \
	VMOVUPS Z, Y0      \
	GATE               \
	VMOVUPS C, Y2      \
	VSUBPS H, Y2, Y2   \
	VMULPS Y2, Y1, Y1  \
	VADDPS Y1, H, H    \
	VMOVUPS H, TO

// func scanAVX2(in *float32, rows int, h *float32, stride, back int)
// Y4..Y5 are the states forwards, Y6..Y7 backwards.
TEXT ·scanAVX2(SB), NOSPLIT, $0-40
	MOVQ in+0(FP), AX
	MOVQ rows+8(FP), CX
	MOVQ h+16(FP), DI
	MOVQ stride+24(FP), DX
	MOVQ back+32(FP), SI
	SHLQ $2, DX
	LEAQ -1(CX), R8
	MOVQ R8, BX
	SHLQ $8, BX       // 4·tileCols floats a row
	ADDQ AX, BX       // the last row
	IMULQ DX, R8
	LEAQ (DI)(SI*4), SI
	ADDQ R8, SI
	GATECONSTANTS
	VXORPS Y4, Y4, Y4
	VXORPS Y5, Y5, Y5
	VXORPS Y6, Y6, Y6
	VXORPS Y7, Y7, Y7

scanLoop:
	SCAN(Y4, (AX), 64(AX), (DI))
	SCAN(Y6, 128(BX), 192(BX), (SI))
	SCAN(Y5, 32(AX), 96(AX), 32(DI))
	SCAN(Y7, 160(BX), 224(BX), 32(SI))
	ADDQ $256, AX
	SUBQ $256, BX
	ADDQ DX, DI
	SUBQ DX, SI
	DECQ CX
	JNZ  scanLoop

	VZEROUPPER
	RET

// EMBED adds scale (Y15) times 8 bytes to SUM.
#define EMBED(OFFSET, SUM) \
	VPMOVSXBD OFFSET(R9)(R13*1), Y8 \
	VCVTDQ2PS Y8, Y8        \
	VMULPS    Y15, Y8, Y8   \
	VADDPS    Y8, SUM, SUM

// EMBEDROW steps to the next row: R9 its begin, Y15 its scale; LABEL when it is absent.
#define EMBEDROW(LABEL) \
	MOVLQSX (R8)(R10*4), R9 \
	TESTQ   R9, R9          \
	JS      LABEL           \
	VBROADCASTSS (BX)(R9*4), Y15 \
	IMULQ   CX, R9          \
	ADDQ    AX, R9

// func embedAVX2(to *float32, cols int, table *int8, scales *float32, rows *int32, width, tokens int)
TEXT ·embedAVX2(SB), NOSPLIT, $0-56
	MOVQ to+0(FP), DI
	MOVQ cols+8(FP), CX
	MOVQ table+16(FP), AX
	MOVQ scales+24(FP), BX
	MOVQ rows+32(FP), R8
	MOVQ width+40(FP), DX
	MOVQ tokens+48(FP), R11
	MOVQ R8, R12
	JMP  embedAhead // the rows of the first token

embedToken:
	LEAQ (R8)(DX*4), R12
	CMPQ R11, $1
	JE   embedColumns

embedAhead: // the rows of the token at R12 are fetched, line by line, while others are summed
	XORQ R10, R10

embedAheadRow:
	MOVLQSX (R12)(R10*4), R9
	TESTQ R9, R9
	JS   embedNoRow
	PREFETCHT0 (BX)(R9*4)
	IMULQ CX, R9
	LEAQ (R9)(CX*1), R13

embedLine:
	PREFETCHT0 (AX)(R9*1)
	ADDQ $64, R9
	CMPQ R9, R13
	JLT  embedLine

embedNoRow:
	INCQ R10
	CMPQ R10, DX
	JLT  embedAheadRow
	CMPQ R12, R8
	JE   embedToken

embedColumns:
	XORQ R13, R13

embed64:
	LEAQ 64(R13), R12
	CMPQ R12, CX
	JGT  embed16
	VXORPS Y0, Y0, Y0
	VXORPS Y1, Y1, Y1
	VXORPS Y2, Y2, Y2
	VXORPS Y3, Y3, Y3
	VXORPS Y4, Y4, Y4
	VXORPS Y5, Y5, Y5
	VXORPS Y6, Y6, Y6
	VXORPS Y7, Y7, Y7
	XORQ R10, R10

embed64Row:
	EMBEDROW(embed64Next)
	EMBED(0, Y0)
	EMBED(8, Y1)
	EMBED(16, Y2)
	EMBED(24, Y3)
	EMBED(32, Y4)
	EMBED(40, Y5)
	EMBED(48, Y6)
	EMBED(56, Y7)

embed64Next:
	INCQ R10
	CMPQ R10, DX
	JLT  embed64Row
	VMOVUPS Y0, (DI)
	VMOVUPS Y1, 32(DI)
	VMOVUPS Y2, 64(DI)
	VMOVUPS Y3, 96(DI)
	VMOVUPS Y4, 128(DI)
	VMOVUPS Y5, 160(DI)
	VMOVUPS Y6, 192(DI)
	VMOVUPS Y7, 224(DI)
	ADDQ $256, DI
	MOVQ R12, R13
	JMP  embed64

embed16:
	LEAQ 16(R13), R12
	CMPQ R12, CX
	JGT  embedDone
	VXORPS Y0, Y0, Y0
	VXORPS Y1, Y1, Y1
	XORQ R10, R10

embed16Row:
	EMBEDROW(embed16Next)
	EMBED(0, Y0)
	EMBED(8, Y1)

embed16Next:
	INCQ R10
	CMPQ R10, DX
	JLT  embed16Row
	VMOVUPS Y0, (DI)
	VMOVUPS Y1, 32(DI)
	ADDQ $64, DI
	MOVQ R12, R13
	JMP  embed16

embedDone:
	LEAQ (R8)(DX*4), R8
	DECQ R11
	JNZ  embedToken
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

// func layerAVX2(y, x, w *float32, n int)
// Products are rounded before they are added, as in Go.
TEXT ·layerAVX2(SB), NOSPLIT, $0-32
	MOVQ y+0(FP), DI
	MOVQ x+8(FP), AX
	MOVQ w+16(FP), BX
	MOVQ n+24(FP), CX
	VMOVUPS (DI), Y0
	VMOVUPS 32(DI), Y1
	VMOVUPS 64(DI), Y2
	VMOVUPS 96(DI), Y3
	VMOVUPS 128(DI), Y4

layerLoop:
	VBROADCASTSS (AX), Y5
	VMULPS (BX), Y5, Y6
	VMULPS 32(BX), Y5, Y7
	VMULPS 64(BX), Y5, Y8
	VMULPS 96(BX), Y5, Y9
	VMULPS 128(BX), Y5, Y10
	VADDPS Y6, Y0, Y0
	VADDPS Y7, Y1, Y1
	VADDPS Y8, Y2, Y2
	VADDPS Y9, Y3, Y3
	VADDPS Y10, Y4, Y4
	ADDQ $4, AX
	ADDQ $160, BX
	DECQ CX
	JNZ  layerLoop

	VMOVUPS Y0, (DI)
	VMOVUPS Y1, 32(DI)
	VMOVUPS Y2, 64(DI)
	VMOVUPS Y3, 96(DI)
	VMOVUPS Y4, 128(DI)
	VZEROUPPER
	RET

DATA expLeast<>+0(SB)/4, $0xc2ae0000
GLOBL expLeast<>(SB), RODATA|NOPTR, $4
DATA log2e<>+0(SB)/4, $0x3fb8aa3b
GLOBL log2e<>(SB), RODATA|NOPTR, $4
DATA log2High<>+0(SB)/4, $0x3f318000
GLOBL log2High<>(SB), RODATA|NOPTR, $4
DATA log2Low<>+0(SB)/4, $0xb95e8083
GLOBL log2Low<>(SB), RODATA|NOPTR, $4
DATA expBias<>+0(SB)/4, $127
GLOBL expBias<>(SB), RODATA|NOPTR, $4

// func expsAVX2(x *float32, n int, top float32)
// See expOf.
TEXT ·expsAVX2(SB), NOSPLIT, $0-20
	MOVQ x+0(FP), AX
	MOVQ n+8(FP), CX
	VBROADCASTSS top+16(FP), Y15
	VBROADCASTSS expLeast<>(SB), Y14
	VBROADCASTSS log2e<>(SB), Y13
	VBROADCASTSS log2High<>(SB), Y12
	VBROADCASTSS log2Low<>(SB), Y11
	VPBROADCASTD expBias<>(SB), Y10
	VBROADCASTSS one<>(SB), Y9
	VBROADCASTSS ·expPolynomial+0(SB), Y8
	VBROADCASTSS ·expPolynomial+4(SB), Y7
	VBROADCASTSS ·expPolynomial+8(SB), Y6
	VBROADCASTSS ·expPolynomial+12(SB), Y5
	VBROADCASTSS ·expPolynomial+16(SB), Y4

expsLoop:
	VMOVUPS (AX), Y0
	VSUBPS Y15, Y0, Y0
	VMAXPS Y14, Y0, Y0
	VMULPS Y13, Y0, Y1
	VROUNDPS $0, Y1, Y1
	VMULPS Y12, Y1, Y2
	VSUBPS Y2, Y0, Y0
	VMULPS Y11, Y1, Y2
	VSUBPS Y2, Y0, Y0
	VMULPS Y0, Y8, Y2
	VADDPS Y7, Y2, Y2
	VMULPS Y0, Y2, Y2
	VADDPS Y6, Y2, Y2
	VMULPS Y0, Y2, Y2
	VADDPS Y5, Y2, Y2
	VMULPS Y0, Y2, Y2
	VADDPS Y4, Y2, Y2
	VMULPS Y0, Y2, Y2
	VBROADCASTSS ·expPolynomial+20(SB), Y3
	VADDPS Y3, Y2, Y2
	VMULPS Y0, Y0, Y3
	VMULPS Y3, Y2, Y2
	VADDPS Y0, Y2, Y2
	VADDPS Y9, Y2, Y2
	VCVTPS2DQ Y1, Y1
	VPADDD Y10, Y1, Y1
	VPSLLD $23, Y1, Y1
	VMULPS Y1, Y2, Y2
	VMOVUPS Y2, (AX)
	ADDQ $32, AX
	SUBQ $8, CX
	JNZ  expsLoop

	VZEROUPPER
	RET

// func votesAVX2(to *int32, table *int8, rows *uint32, n int)
TEXT ·votesAVX2(SB), NOSPLIT, $0-32
	MOVQ to+0(FP), DI
	MOVQ table+8(FP), AX
	MOVQ rows+16(FP), BX
	MOVQ n+24(FP), CX
	VPXOR Y0, Y0, Y0

votesLoop:
	MOVL (BX), DX
	VPMOVSXBD (AX)(DX*8), Y1
	VPADDD Y1, Y0, Y0
	ADDQ $4, BX
	DECQ CX
	JNZ  votesLoop

	VMOVDQU Y0, (DI)
	VZEROUPPER
	RET
