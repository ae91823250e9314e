#include "textflag.h"

DATA absmask<>+0(SB)/4, $0x7fffffff
GLOBL absmask<>(SB), RODATA|NOPTR, $4
DATA one<>+0(SB)/4, $0x3f800000
GLOBL one<>(SB), RODATA|NOPTR, $4
DATA half<>+0(SB)/4, $0x3f000000
GLOBL half<>(SB), RODATA|NOPTR, $4

#define CONSTANTS \
	VBROADCASTSS absmask<>(SB), Y13 \
	VBROADCASTSS one<>(SB), Y14     \
	VBROADCASTSS half<>(SB), Y15

// GATE turns Y0 into Y1 = 0.5 + 0.5*(x/(1+|x|)), and leaves 1+|x| in Y2.
#define GATE \
	VANDPS Y13, Y0, Y2 \
	VADDPS Y14, Y2, Y2 \
	VDIVPS Y2, Y0, Y1  \
	VMULPS Y15, Y1, Y1 \
	VADDPS Y15, Y1, Y1

// SLOPE turns the 1+|x| in Y2 into the derivative of the gate, 0.5/(1+|x|)².
#define SLOPE \
	VMULPS Y2, Y2, Y2 \
	VDIVPS Y2, Y15, Y2

// func swishAVX2(x, y *float32, n int)
TEXT ·swishAVX2(SB), NOSPLIT, $0-24
	MOVQ x+0(FP), AX
	MOVQ y+8(FP), DI
	MOVQ n+16(FP), CX
	CONSTANTS

swishLoop:
	VMOVUPS (AX), Y0
	GATE
	VMULPS Y0, Y1, Y1
	VMOVUPS Y1, (DI)
	ADDQ $32, AX
	ADDQ $32, DI
	SUBQ $8, CX
	JNZ  swishLoop
	VZEROUPPER
	RET

// func swishBackAVX2(x, dy, dx *float32, n int)
TEXT ·swishBackAVX2(SB), NOSPLIT, $0-32
	MOVQ x+0(FP), AX
	MOVQ dy+8(FP), BX
	MOVQ dx+16(FP), DI
	MOVQ n+24(FP), CX
	CONSTANTS

swishBackLoop:
	VMOVUPS (AX), Y0
	GATE
	SLOPE
	VMULPS Y2, Y0, Y2
	VADDPS Y2, Y1, Y1
	VMULPS (BX), Y1, Y1
	VMOVUPS Y1, (DI)
	ADDQ $32, AX
	ADDQ $32, BX
	ADDQ $32, DI
	SUBQ $8, CX
	JNZ  swishBackLoop
	VZEROUPPER
	RET

// func scanStepAVX2(z, c, before, h *float32, n int)
TEXT ·scanStepAVX2(SB), NOSPLIT, $0-40
	MOVQ z+0(FP), AX
	MOVQ c+8(FP), BX
	MOVQ before+16(FP), DX
	MOVQ h+24(FP), DI
	MOVQ n+32(FP), CX
	CONSTANTS

scanStepLoop:
	VMOVUPS (AX), Y0
	GATE
	VMOVUPS (DX), Y3
	VMOVUPS (BX), Y4
	VSUBPS Y3, Y4, Y4
	VMULPS Y4, Y1, Y1
	VADDPS Y1, Y3, Y3
	VMOVUPS Y3, (DI)
	ADDQ $32, AX
	ADDQ $32, BX
	ADDQ $32, DX
	ADDQ $32, DI
	SUBQ $8, CX
	JNZ  scanStepLoop
	VZEROUPPER
	RET

// func scanBackAVX2(z, c, before, dh, dz, dc, dBefore *float32, n int)
TEXT ·scanBackAVX2(SB), NOSPLIT, $0-64
	MOVQ z+0(FP), AX
	MOVQ c+8(FP), BX
	MOVQ before+16(FP), DX
	MOVQ dh+24(FP), SI
	MOVQ dz+32(FP), R8
	MOVQ dc+40(FP), R9
	MOVQ dBefore+48(FP), DI
	MOVQ n+56(FP), CX
	CONSTANTS

scanBackLoop:
	VMOVUPS (AX), Y0
	GATE
	SLOPE
	VMOVUPS (SI), Y3
	VMULPS Y1, Y3, Y4
	VMOVUPS Y4, (R9)
	VMOVUPS (BX), Y4
	VMOVUPS (DX), Y5
	VSUBPS Y5, Y4, Y4
	VMULPS Y4, Y3, Y4
	VMULPS Y2, Y4, Y4
	VMOVUPS Y4, (R8)
	VSUBPS Y1, Y14, Y1
	VMULPS Y1, Y3, Y1
	VADDPS (DI), Y1, Y1
	VMOVUPS Y1, (DI)
	ADDQ $32, AX
	ADDQ $32, BX
	ADDQ $32, DX
	ADDQ $32, SI
	ADDQ $32, R8
	ADDQ $32, R9
	ADDQ $32, DI
	SUBQ $8, CX
	JNZ  scanBackLoop
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

// func adamAVX2(w, grad, m, v *float32, n int, c *[8]float32)
// c: b1, 1-b1, b2, 1-b2, rate, epsilon, scale, shrink.
TEXT ·adamAVX2(SB), NOSPLIT, $0-48
	MOVQ w+0(FP), DI
	MOVQ grad+8(FP), SI
	MOVQ m+16(FP), R8
	MOVQ v+24(FP), R9
	MOVQ n+32(FP), CX
	MOVQ c+40(FP), DX
	VBROADCASTSS (DX), Y8
	VBROADCASTSS 4(DX), Y9
	VBROADCASTSS 8(DX), Y10
	VBROADCASTSS 12(DX), Y11
	VBROADCASTSS 16(DX), Y12
	VBROADCASTSS 20(DX), Y13
	VBROADCASTSS 24(DX), Y14
	VBROADCASTSS 28(DX), Y15
	VXORPS Y7, Y7, Y7

adamLoop:
	VMULPS (SI), Y14, Y0
	VMOVUPS Y7, (SI)
	VMULPS (R8), Y8, Y1
	VMULPS Y0, Y9, Y2
	VADDPS Y2, Y1, Y1
	VMOVUPS Y1, (R8)
	VMULPS (R9), Y10, Y3
	VMULPS Y0, Y11, Y4
	VMULPS Y0, Y4, Y4
	VADDPS Y4, Y3, Y3
	VMOVUPS Y3, (R9)
	VSQRTPS Y3, Y3
	VADDPS Y13, Y3, Y3
	VMULPS Y1, Y12, Y1
	VDIVPS Y3, Y1, Y1
	VMULPS (DI), Y15, Y0
	VSUBPS Y1, Y0, Y0
	VMOVUPS Y0, (DI)
	ADDQ $32, DI
	ADDQ $32, SI
	ADDQ $32, R8
	ADDQ $32, R9
	SUBQ $8, CX
	JNZ  adamLoop
	VZEROUPPER
	RET
