/*
 * E-I under shuffled labels, sixteen permutations a pass: each member has sixteen bytes, one label for each permutation,
 * so that the list of ties is read once for sixteen counts. Counts are kept in bytes for 255 ties at a time.
 */
#include "bench.h"
#include "random.h"

typedef uint8_t labels __attribute__((vector_size(16)));

static int runs, m;
static int *from, *to;
static uint8_t *group, *shuffled;
static labels *lane_of;
static double *index_of;

static void prepare(void) {
  runs = atoi(option("runs"));
  int groups = atoi(option("groups"));
  m = arcs / 2;
  from = zeros(m * sizeof(int));
  to = zeros(m * sizeof(int));
  int e = 0;
  for (int v = 0; v < n; v++) {
    for (int at = offsets[v]; at < offsets[v + 1]; at++) {
      if (v < targets[at]) { from[e] = v; to[e++] = targets[at]; }
    }
  }
  group = zeros(n);
  shuffled = zeros(n);
  for (int v = 0; v < n; v++) group[v] = v % groups;
  lane_of = zeros(n * sizeof(labels));
  index_of = zeros((runs + 16) * sizeof(double));
}

static void shuffle(int run, int lane) {
  uint32_t state = stream_of(run);
  memcpy(shuffled, group, n);
  for (int last = n - 1; last > 0; last--) {
    int other = (uint64_t)draw(&state) * (last + 1) >> 32;
    uint8_t kept = shuffled[last];
    shuffled[last] = shuffled[other];
    shuffled[other] = kept;
  }
  for (int v = 0; v < n; v++) lane_of[v][lane] = shuffled[v];
}

static void work(void) {
  for (int run = 0; run < runs; run += 16) {
    for (int lane = 0; lane < 16; lane++) shuffle(run + lane, lane);
    int external[16] = {0};
    for (int e = 0; e < m;) {
      int end = m - e < 255 ? m : e + 255;
      labels across = {0};
      for (; e < end; e++) across -= (labels)(lane_of[from[e]] != lane_of[to[e]]);
      for (int lane = 0; lane < 16; lane++) external[lane] += across[lane];
    }
    for (int lane = 0; lane < 16; lane++) index_of[run + lane] = 2.0 * external[lane] / m - 1;
  }
}

static void answer(void) { print_mean(index_of, runs); }
