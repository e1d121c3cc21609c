/*
 * Independent cascade: whoever takes a practice up passes it on over each tie with the same chance. Instead of a draw for
 * each tie, the number of ties until the next success is drawn (geometric, from a table), so that ties that fail cost
 * nothing.
 */
#include "bench.h"
#include "random.h"

static int runs, seeds;
static double rate;
static int *seen, *queue;

/* Chances, times 2^32, of at least k failures in a row; and where to begin to look, by the upper ten bits of a draw. */
#define MOST 255
static uint64_t least[MOST + 2];
static int begin_at[1024];

static double *spread;

static void prepare(void) {
  runs = atoi(option("runs"));
  seeds = atoi(option("seeds"));
  rate = atof(option("rate"));
  seen = zeros(n * sizeof(int));
  queue = zeros(n * sizeof(int));
  spread = zeros(runs * sizeof(double));
  for (int k = 0; k <= MOST; k++) least[k] = (uint64_t)(pow(1 - rate, k) * 4294967296.0);
  for (int part = 0; part < 1024; part++) {
    uint64_t highest = ((uint64_t)part << 22) | 0x3fffff;
    while (begin_at[part] < MOST && highest < least[begin_at[part] + 1]) begin_at[part]++;
  }
}

static inline long ties_to_skip(uint32_t *state) {
  long skipped = 0;
  for (;;) {
    uint32_t value = draw(state);
    int count = begin_at[value >> 22];
    while (count < MOST && value < least[count + 1]) count++;
    skipped += count;
    if (count < MOST) return skipped;
  }
}

static void work(void) {
  memset(seen, 0, n * sizeof(int));
  for (int run = 0; run < runs; run++) {
    uint32_t state = stream_of(run);
    int tail = 0, mark = run + 1;
    for (int at = 0; at < seeds; at++) { queue[tail++] = at; seen[at] = mark; }
    long skip = ties_to_skip(&state);
    for (int head = 0; head < tail; head++) {
      int v = queue[head], end = offsets[v + 1];
      long at = offsets[v] + skip;
      while (at < end) {
        int w = targets[at];
        if (seen[w] != mark) { seen[w] = mark; queue[tail++] = w; }
        at += 1 + ties_to_skip(&state);
      }
      skip = at - end;
    }
    spread[run] = tail;
  }
}

static void answer(void) { print_mean(spread, runs); }
