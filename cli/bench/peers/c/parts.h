/* 64 bytes as so many vectors as the processor's registers need: gcc is slow with vectors wider than those. */
#if defined(__AVX512F__)
#define PART 64
#elif defined(__AVX__)
#define PART 32
#else
#define PART 16
#endif
#define PARTS (64 / PART)
#define EACH for (int part = 0; part < PARTS; part++)
