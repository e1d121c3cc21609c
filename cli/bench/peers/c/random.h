/* Chance for simulations: xorshift32, one stream for each run, so that runs do not depend on each other. */
#include <stdint.h>

static inline uint32_t stream_of(uint32_t run) { return ((run + 8) * 0x9e3779b1u) | 1; }

static inline uint32_t draw(uint32_t *state) {
  uint32_t x = *state;
  x ^= x << 13;
  x ^= x >> 17;
  x ^= x << 5;
  return *state = x;
}
