/*
 * Distances from everybody to everybody, summed up in one pass: 512 sources at once, one bit each. A member's bits say
 * which sources have not reached it yet; whoever misses some takes over the bits of its contacts, or, where few were
 * reached in the step before, is handed theirs.
 */
#include "bench.h"
#include "parts.h"

typedef uint64_t words __attribute__((vector_size(PART)));
typedef struct { words of[PARTS]; } bits;
#define WIDTH 512

static double *harmonic, *count;
static double longest;
static struct { double far, harmonic; } *sums;
static bits *missing, *front, *next;
static int *open, *frontier, *touched;

static void prepare(void) {
  harmonic = zeros(n * sizeof(double));
  count = zeros(n * sizeof(double));
  sums = zeros(n * sizeof(*sums));
  missing = zeros(n * sizeof(bits));
  front = zeros(n * sizeof(bits));
  next = zeros(n * sizeof(bits));
  open = zeros(n * sizeof(int));
  frontier = zeros((n + 1) * sizeof(int));
  touched = zeros((n + 1) * sizeof(int));
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

static inline int degree(int v) { return offsets[v + 1] - offsets[v]; }

/* Keeps of `got` what was missing; `left`: what still is. */
static inline int arrive(int v, bits got, int steps, bits *left) {
  *left = missing[v];
  EACH got.of[part] &= left->of[part];
  if (!any(&got)) return 0;
  EACH left->of[part] ^= got.of[part];
  missing[v] = *left;
  next[v] = got;
  double found = ones(&got);
  sums[v].far += found * steps;
  sums[v].harmonic += found * (1.0 / steps);
  return 1;
}

static void batch(int begin, int size) {
  bits full = {0};
  for (int lane = 0; lane < size; lane++) words_of(&full)[lane >> 6] |= (uint64_t)1 << (lane & 63);
  for (int v = 0; v < n; v++) {
    missing[v] = full;
    open[v] = v;
  }
  int waiting = 0, frontier_ties = 0;
  for (int lane = 0; lane < size; lane++) {
    uint64_t bit = (uint64_t)1 << (lane & 63);
    words_of(&missing[begin + lane])[lane >> 6] &= ~bit;
    words_of(&front[begin + lane])[lane >> 6] |= bit;
    frontier[waiting++] = begin + lane;
    frontier_ties += degree(begin + lane);
  }
  int still_open = n, open_ties = arcs;
  for (int steps = 1; waiting > 0; steps++) {
    int fresh = 0, fresh_ties = 0;
    bits left;
    if (2 * frontier_ties < open_ties) {
      int reached = 0;
      for (int at = 0; at < waiting; at++) {
        bits own = front[frontier[at]];
        for (int tie = offsets[frontier[at]]; tie < offsets[frontier[at] + 1]; tie++) {
          int w = targets[tie];
          bits sum = next[w];
          touched[reached] = w;
          reached += !any(&sum);
          EACH next[w].of[part] = sum.of[part] | own.of[part];
        }
      }
      for (int at = 0; at < reached; at++) {
        int v = touched[at];
        if (arrive(v, next[v], steps, &left)) {
          touched[fresh++] = v;
          fresh_ties += degree(v);
        } else {
          next[v] = (bits){0};
        }
      }
    } else {
      int still = 0;
      open_ties = 0;
      for (int at = 0; at < still_open; at++) {
        int v = open[at];
        bits got = {0};
        for (int tie = offsets[v]; tie < offsets[v + 1]; tie++) EACH got.of[part] |= front[targets[tie]].of[part];
        if (arrive(v, got, steps, &left)) {
          touched[fresh++] = v;
          fresh_ties += degree(v);
        }
        if (any(&left)) {
          open[still++] = v;
          open_ties += degree(v);
        }
      }
      still_open = still;
    }
    if (fresh > 0 && steps > longest) longest = steps;
    for (int at = 0; at < waiting; at++) front[frontier[at]] = (bits){0};
    bits *swapped = front; front = next; next = swapped;
    int *swapped_list = frontier; frontier = touched; touched = swapped_list;
    waiting = fresh;
    frontier_ties = fresh_ties;
  }
  for (int v = 0; v < n; v++) {
    count[v] += size - (v >= begin && v < begin + size) - (any(&missing[v]) ? ones(&missing[v]) : 0);
  }
}

static void work(void) {
  memset(sums, 0, n * sizeof(*sums));
  memset(count, 0, n * sizeof(double));
  longest = 0;
  for (int begin = 0; begin < n; begin += WIDTH) batch(begin, n - begin < WIDTH ? n - begin : WIDTH);
}

static void answer(void) {
  double steps = 0, pairs = 0, inverse = 0;
  for (int v = 0; v < n; v++) {
    steps += sums[v].far;
    pairs += count[v];
    inverse += sums[v].harmonic;
    harmonic[v] = sums[v].harmonic / (n - 1);
  }
  printf("\"diameter\":%.17g,\"pathLength\":%.17g,\"efficiency\":%.17g,", longest, steps / pairs,
         inverse / ((double)n * (n - 1)));
  print_numbers("harmonic", harmonic, n);
}
