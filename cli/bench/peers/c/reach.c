/*
 * Distances from everybody to everybody, summed up in one pass: 512 sources at once, one bit each. A member's bits say
 * which sources have reached it; whoever is not reached by all of them yet takes over the bits of its contacts.
 */
#include "bench.h"
#include "parts.h"

typedef uint64_t words __attribute__((vector_size(PART)));
typedef struct { words of[PARTS]; } bits;
#define WIDTH 512

static double *harmonic, *far, *count;
static double longest;
static bits *seen, *front, *next;
static int *todo;

static void prepare(void) {
  harmonic = zeros(n * sizeof(double));
  far = zeros(n * sizeof(double));
  count = zeros(n * sizeof(double));
  seen = zeros(n * sizeof(bits));
  front = zeros(n * sizeof(bits));
  next = zeros(n * sizeof(bits));
  todo = zeros(n * sizeof(int));
}

static inline uint64_t *words_of(bits *value) { return (uint64_t *)value; }

static inline int any(const bits *value) {
  words all = {0};
  EACH all |= value->of[part];
  uint64_t sum = 0;
  for (int word = 0; word < PART / 8; word++) sum |= all[word];
  return sum != 0;
}

static inline int ones(const bits *value) {
  int sum = 0;
  EACH for (int word = 0; word < PART / 8; word++) sum += __builtin_popcountll(value->of[part][word]);
  return sum;
}

static void batch(int begin, int size) {
  memset(seen, 0, n * sizeof(bits));
  memset(front, 0, n * sizeof(bits));
  bits full = {0};
  for (int lane = 0; lane < size; lane++) {
    uint64_t bit = (uint64_t)1 << (lane & 63);
    words_of(&seen[begin + lane])[lane >> 6] |= bit;
    words_of(&front[begin + lane])[lane >> 6] |= bit;
    words_of(&full)[lane >> 6] |= bit;
  }
  int waiting = n;
  for (int v = 0; v < n; v++) todo[v] = v;
  for (int steps = 1, more = 1; more; steps++) {
    more = 0;
    int left = 0;
    memset(next, 0, n * sizeof(bits));
    for (int at = 0; at < waiting; at++) {
      int v = todo[at];
      bits fresh = {0};
      for (int tie = offsets[v]; tie < offsets[v + 1]; tie++) EACH fresh.of[part] |= front[targets[tie]].of[part];
      EACH fresh.of[part] &= ~seen[v].of[part];
      if (any(&fresh)) {
        more = 1;
        int found = ones(&fresh);
        far[v] += (double)found * steps;
        harmonic[v] += (double)found / steps;
        count[v] += found;
        if (steps > longest) longest = steps;
        next[v] = fresh;
        bits missing;
        EACH missing.of[part] = (seen[v].of[part] |= fresh.of[part]) ^ full.of[part];
        if (!any(&missing)) continue;
      }
      todo[left++] = v;
    }
    waiting = left;
    bits *swapped = front; front = next; next = swapped;
  }
}

static void work(void) {
  memset(harmonic, 0, n * sizeof(double));
  memset(far, 0, n * sizeof(double));
  memset(count, 0, n * sizeof(double));
  longest = 0;
  for (int begin = 0; begin < n; begin += WIDTH) batch(begin, n - begin < WIDTH ? n - begin : WIDTH);
}

static void answer(void) {
  double steps = 0, pairs = 0, inverse = 0;
  for (int v = 0; v < n; v++) {
    steps += far[v];
    pairs += count[v];
    inverse += harmonic[v];
    harmonic[v] /= n - 1;
  }
  printf("\"diameter\":%.17g,\"pathLength\":%.17g,\"efficiency\":%.17g,", longest, steps / pairs,
         inverse / ((double)n * (n - 1)));
  print_numbers("harmonic", harmonic, n);
}
