/*
 * Exact betweenness, eight sources at once: each member has eight lanes, one for each source of the batch, so that a list
 * of contacts is read once for eight searches. While few members are on the frontier, paths are pushed from it; when it
 * is large, members who are not yet reached pull. Levels are kept as lists, so that the way back needs no distances; who
 * is in a small level hands its shares over, else the level before gathers them.
 */
#include "bench.h"
#include "parts.h"

typedef double reals __attribute__((vector_size(PART)));
typedef int64_t flags __attribute__((vector_size(PART)));
typedef int8_t bytes __attribute__((vector_size(PART / 8)));
typedef struct { reals of[PARTS]; } lanes;

static double *score;
static lanes *paths, *front, *next, *sums;
static int *order, *level, *todo, *touched;
static unsigned char *reached, *mask;

static void prepare(void) {
  score = zeros(n * sizeof(double));
  paths = zeros(n * sizeof(lanes));
  front = zeros(n * sizeof(lanes));
  next = zeros(n * sizeof(lanes));
  sums = zeros(n * sizeof(lanes));
  order = zeros(8L * n * sizeof(int));
  level = zeros((n + 16L) * sizeof(int));
  todo = zeros(n * sizeof(int));
  touched = zeros(n * sizeof(int));
  reached = zeros(n);
  mask = zeros(8L * n);
}

/* Which of the eight lanes are not 0, a bit each. */
#if PART == 16 && defined(__SSE2__)
/* gcc takes vectors of two bytes apart, one by one. */
#include <emmintrin.h>
static inline unsigned bits(const lanes *value) {
  unsigned found = 0;
  EACH found |= (unsigned)_mm_movemask_pd(_mm_cmpneq_pd((__m128d)value->of[part], _mm_setzero_pd())) << (2 * part);
  return found;
}
#else
/* A byte for each lane, all ones where it is not 0, gathered into eight bits by one multiplication. */
static inline unsigned bits(const lanes *value) {
  bytes narrow[PARTS];
  EACH narrow[part] = __builtin_convertvector(value->of[part] != 0, bytes);
  uint64_t word;
  memcpy(&word, narrow, sizeof word);
  return (word & 0x8040201008040201) * 0x0101010101010101 >> 56;
}
#endif

/* Which lanes of a part are among the bits. */
static inline flags flags_of(unsigned found, int part) {
  flags all, lane;
  for (int at = 0; at < PART / 8; at++) { all[at] = found; lane[at] = 1 << (part * (PART / 8) + at); }
  return (all & lane) != 0;
}

static inline lanes gather(const lanes *from, int v) {
  lanes sum = {0};
  for (int at = offsets[v]; at < offsets[v + 1]; at++) {
    const lanes *other = &from[targets[at]];
    EACH sum.of[part] += other->of[part];
  }
  return sum;
}

/* Keeps of what arrives at a member only the lanes that had not reached it. */
static inline lanes fresh_at(int v, lanes arriving) {
  EACH arriving.of[part] = (reals)((flags)arriving.of[part] & (paths[v].of[part] == 0));
  return arriving;
}

static inline void add_paths(int v, const lanes *fresh) { EACH paths[v].of[part] += fresh->of[part]; }

static int arcs_of_level(int step) {
  int sum = 0;
  for (int at = level[step]; at < level[step + 1]; at++) sum += offsets[order[at] + 1] - offsets[order[at]];
  return sum;
}

static int members_of_level(int step) { return level[step + 1] - level[step]; }

static void hand_over(int step) {
  for (int at = level[step]; at < level[step + 1]; at++) {
    lanes own = front[order[at]];
    for (int tie = offsets[order[at]]; tie < offsets[order[at] + 1]; tie++) {
      EACH sums[targets[tie]].of[part] += own.of[part];
    }
  }
}

static void clear_sums(int step) {
  for (int at = level[step]; at < level[step + 1]; at++) {
    for (int tie = offsets[order[at]]; tie < offsets[order[at] + 1]; tie++) sums[targets[tie]] = (lanes){0};
  }
}

static void batch(int begin, int size) {
  const lanes none = {0};
  const unsigned full = (1u << size) - 1;
  int tail = 0;
  memset(reached, 0, n);
  for (int lane = 0; lane < size; lane++) {
    int source = begin + lane;
    ((double *)&paths[source])[lane] = ((double *)&front[source])[lane] = 1;
    reached[source] = mask[tail] = 1u << lane;
    order[tail++] = source;
  }
  level[0] = 0;
  level[1] = tail;
  int depth = 0, waiting = -1, waiting_arcs = arcs;
  while (level[depth] < level[depth + 1]) {
    int from = level[depth], to = level[depth + 1], front_arcs = 0;
    for (int at = from; at < to; at++) front_arcs += offsets[order[at] + 1] - offsets[order[at]];
    if (front_arcs * 2L < waiting_arcs) {
      int met = 0;
      for (int at = from; at < to; at++) {
        int v = order[at];
        lanes carried = front[v];
        for (int tie = offsets[v]; tie < offsets[v + 1]; tie++) {
          int w = targets[tie];
          if (bits(&next[w]) == 0) touched[met++] = w;
          EACH next[w].of[part] += carried.of[part];
        }
      }
      for (int at = 0; at < met; at++) {
        int w = touched[at];
        lanes fresh = next[w] = fresh_at(w, next[w]);
        unsigned found = bits(&fresh);
        if (found == 0) continue;
        add_paths(w, &fresh);
        reached[w] |= found;
        mask[tail] = found;
        order[tail++] = w;
      }
    } else {
      if (waiting < 0) {
        waiting = 0;
        for (int v = 0; v < n; v++) if (reached[v] != full) todo[waiting++] = v;
      }
      int left = 0;
      waiting_arcs = 0;
      for (int at = 0; at < waiting; at++) {
        int v = todo[at];
        if (reached[v] == full) continue;
        lanes fresh = fresh_at(v, gather(front, v));
        unsigned found = bits(&fresh);
        if (found != 0) {
          next[v] = fresh;
          add_paths(v, &fresh);
          reached[v] |= found;
          mask[tail] = found;
          order[tail++] = v;
          if (reached[v] == full) continue;
        }
        todo[left++] = v;
        waiting_arcs += offsets[v + 1] - offsets[v];
      }
      waiting = left;
    }
    for (int at = from; at < to; at++) front[order[at]] = none;
    lanes *swapped = front; front = next; next = swapped;
    level[++depth + 1] = tail;
  }
  int last = depth - 1;
  for (int step = last; step > 0; step--) {
    int hands_over = step < last && 3 * members_of_level(step + 1) <= members_of_level(step) &&
                     3L * arcs_of_level(step + 1) < arcs_of_level(step);
    if (hands_over) hand_over(step + 1);
    for (int at = level[step]; at < level[step + 1]; at++) {
      int v = order[at];
      lanes beyond = hands_over ? sums[v] : step < last ? gather(front, v) : none;
      EACH {
        flags here = flags_of(mask[at], part);
        reals share = (reals)((flags)(paths[v].of[part] * beyond.of[part]) & here);
        for (int lane = 0; lane < PART / 8; lane++) score[v] += share[lane];
        next[v].of[part] = (reals)((flags)(1 / paths[v].of[part] + beyond.of[part]) & here);
      }
    }
    if (hands_over) clear_sums(step + 1);
    if (step < last) for (int at = level[step + 1]; at < level[step + 2]; at++) front[order[at]] = none;
    lanes *swapped = front; front = next; next = swapped;
  }
  if (last >= 1) for (int at = level[1]; at < level[2]; at++) front[order[at]] = none;
  for (int at = 0; at < tail; at++) paths[order[at]] = none;
}

static void work(void) {
  memset(score, 0, n * sizeof(double));
  for (int begin = 0; begin < n; begin += 8) batch(begin, n - begin < 8 ? n - begin : 8);
}

/* Of an undirected pair each way was counted. */
static void answer(void) {
  for (int v = 0; v < n; v++) score[v] /= 2;
  print_numbers("betweenness", score, n);
}
