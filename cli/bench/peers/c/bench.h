/*
 * What every C peer shares: the graph from an edge list, and the answers to the benchmark's requests (peers/README.md).
 *
 * A peer is one file that includes this one and defines `prepare`, `work` and `answer`. It does what Weft's kernel does,
 * by the same algorithm, as well as a C programmer would write it, with registers as wide as the build allows (tools.ts
 * builds it twice); it measures what TypeScript and WebAssembly cost.
 */
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>

static int n;              /* members */
static int arcs;           /* each tie counts twice */
static int *offsets;       /* n + 1 */
static int *targets;       /* arcs, ascending within a member */

static void prepare(void);
static void work(void);
static void answer(void);

static int arguments;
static char **argument;

/* The text after `name=` among the arguments; ends the process where it is missing. */
static const char *option(const char *name) {
  size_t length = strlen(name);
  for (int at = 1; at < arguments; at++) {
    if (strncmp(argument[at], name, length) == 0 && argument[at][length] == '=') return argument[at] + length + 1;
  }
  fprintf(stderr, "%s= is missing\n", name);
  exit(2);
}

static void *zeros(size_t bytes) {
  /* Whole cache lines, so that a member's lanes never straddle two. */
  size_t rounded = (bytes + 127) / 64 * 64;
  void *memory = aligned_alloc(64, rounded);
  if (memory == NULL) exit(3);
  memset(memory, 0, rounded);
  return memory;
}

static void load(const char *path) {
  FILE *file = fopen(path, "r");
  if (file == NULL) { fprintf(stderr, "the edge list cannot be opened\n"); exit(2); }
  int room = 1 << 16, m = 0, u, v;
  int *from = malloc(room * sizeof(int)), *to = malloc(room * sizeof(int));
  while (fscanf(file, "%d %d%*[^\n]", &u, &v) == 2) {
    if (m == room) {
      room *= 2;
      from = realloc(from, room * sizeof(int));
      to = realloc(to, room * sizeof(int));
    }
    from[m] = u;
    to[m++] = v;
  }
  fclose(file);
  arcs = 2 * m;
  offsets = zeros((n + 1) * sizeof(int));
  targets = zeros(arcs * sizeof(int));
  for (int e = 0; e < m; e++) { offsets[from[e] + 1]++; offsets[to[e] + 1]++; }
  for (int w = 0; w < n; w++) offsets[w + 1] += offsets[w];
  /* Grouped by one end, then by the other, so that every list ascends. */
  int *next = malloc(n * sizeof(int)), *other = malloc(arcs * sizeof(int));
  memcpy(next, offsets, n * sizeof(int));
  for (int e = 0; e < m; e++) { other[next[to[e]]++] = from[e]; other[next[from[e]]++] = to[e]; }
  memcpy(next, offsets, n * sizeof(int));
  for (int w = 0; w < n; w++) for (int at = offsets[w]; at < offsets[w + 1]; at++) targets[next[other[at]]++] = w;
  free(next); free(other); free(from); free(to);
}

__attribute__((unused)) static void print_numbers(const char *name, const double *values, int length) {
  printf("\"%s\":[", name);
  for (int at = 0; at < length; at++) printf(at == 0 ? "%.17g" : ",%.17g", values[at]);
  printf("]");
}

/* Runs that differ by chance: their mean, and how far the mean may be off. */
__attribute__((unused)) static void print_mean(const double *values, int length) {
  double sum = 0, squares = 0;
  for (int at = 0; at < length; at++) sum += values[at];
  double mean = sum / length;
  for (int at = 0; at < length; at++) squares += (values[at] - mean) * (values[at] - mean);
  printf("\"mean\":%.17g,\"standardError\":%.17g", mean, sqrt(squares / (length - 1) / length));
}

static double seconds_of(clockid_t clock) {
  struct timespec now;
  clock_gettime(clock, &now);
  return now.tv_sec + now.tv_nsec * 1e-9;
}

int main(int count, char **given) {
  arguments = count;
  argument = given;
  n = atoi(option("members"));
  load(option("ties"));
  prepare();
  printf("{\"ready\":true}\n");
  fflush(stdout);
  char line[64];
  while (fgets(line, sizeof line, stdin) != NULL) {
    if (strncmp(line, "answer", 6) == 0) {
      work();
      printf("{");
      answer();
      printf("}\n");
    } else if (strncmp(line, "run", 3) == 0) {
      double least = atof(line + 3);
      double began = seconds_of(CLOCK_PROCESS_CPUTIME_ID), wall = seconds_of(CLOCK_MONOTONIC);
      int calls = 0;
      do { work(); calls++; } while (seconds_of(CLOCK_MONOTONIC) - wall < least);
      double used = seconds_of(CLOCK_PROCESS_CPUTIME_ID) - began, passed = seconds_of(CLOCK_MONOTONIC) - wall;
      printf("{\"seconds\":%.9g,\"wallSeconds\":%.9g,\"calls\":%d}\n", used / calls, passed / calls, calls);
    } else if (strncmp(line, "memory", 6) == 0) {
      struct rusage usage;
      getrusage(RUSAGE_SELF, &usage);
      printf("{\"peakBytes\":%ld}\n", usage.ru_maxrss * 1024L);
    }
    fflush(stdout);
  }
  return 0;
}
