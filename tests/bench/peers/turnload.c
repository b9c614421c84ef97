// turnload: a bounded loader for POST /api/messages with expectReplies; 127.0.0.1 only, at most 60 s and 512 connections.
// Each connection plays the six-step interview over and over, a new conversation each time, and looks into every reply for
// the words it must contain. Closed loop by default; with -r N an open loop of N turns a second, where the time of a turn
// counts from when it was due, so that a stall is not hidden by asking less.
//   gcc -O2 -o turnload turnload.c -lm
//   turnload -p PORT [-c connections] [-s seconds] [-w seconds before counting] [-r turns a second] [-i process id of the server]
// Prints one line of JSON. Exit code 1: a reply was wrong.
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <math.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

enum { STEPS = 7, MOST_CONNECTIONS = 512, MOST_SECONDS = 60, BUFFER = 1 << 20, BUCKETS = 4000 };
static const double BUCKETS_PER_E = 200.0; // half a percent wide

static const char *INTERVIEW[STEPS][2] = {
  {"hi", "Which language"},
  {"English", "your name"},
  {"Ada", "Where are you"},
  {"Catania", "What do you need"},
  {"Health", "How many people"},
  {"3", "reach you"},
  {"391234567", "Summary: English|Ada|Catania|Health|3|391234567"},
};

typedef struct {
  int fd, step, conversation, busy;
  int have, need, head, chunked; // bytes read, bytes awaited (-1: head not read yet), length of the head
  double began;
  char *buffer;
} Connection;

static int port = 4000, connections = 16, pid = 0, run;
static double seconds = 8, warm = 2, rate = 0;

static int counting = 0;
static unsigned long buckets[BUCKETS], turns = 0, bad = 0, http_errors = 0, bytes_in = 0, sent = 0;
static double longest = 0;

static double now(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return t.tv_sec + t.tv_nsec / 1e9;
}

static void count(double us) {
  int b = (int)(log(us < 1 ? 1 : us) * BUCKETS_PER_E);
  buckets[b >= BUCKETS ? BUCKETS - 1 : b]++;
  turns++;
  if (us > longest) longest = us;
}

static double percentile(double p) {
  unsigned long rank = (unsigned long)(turns * p), seen = 0;
  for (int i = 0; i < BUCKETS; i++)
    if ((seen += buckets[i]) > rank) return exp((i + 0.5) / BUCKETS_PER_E);
  return longest;
}

/* User and system time of the server so far, in clock ticks. */
static long cpu_ticks(void) {
  char path[64], line[4096];
  snprintf(path, sizeof path, "/proc/%d/stat", pid);
  int fd = open(path, O_RDONLY);
  if (fd < 0) return 0;
  int n = read(fd, line, sizeof line - 1);
  close(fd);
  if (n <= 0) return 0;
  line[n] = 0;
  long user = 0, kernel = 0;
  char *after_name = strrchr(line, ')');
  if (after_name) sscanf(after_name + 2, "%*c %*d %*d %*d %*d %*d %*u %*u %*u %*u %*u %ld %ld", &user, &kernel);
  return user + kernel;
}

static long status_kb(const char *key) {
  char path[64], line[256];
  long kb = 0;
  snprintf(path, sizeof path, "/proc/%d/status", pid);
  FILE *file = fopen(path, "r");
  if (!file) return 0;
  while (fgets(line, sizeof line, file))
    if (!strncmp(line, key, strlen(key))) kb = atol(line + strlen(key));
  fclose(file);
  return kb;
}

static int dial(void) {
  struct sockaddr_in to = {.sin_family = AF_INET, .sin_port = htons(port)};
  to.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  int fd = socket(AF_INET, SOCK_STREAM, 0), one = 1;
  if (connect(fd, (void *)&to, sizeof to)) { perror("connect"); exit(2); }
  setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
  fcntl(fd, F_SETFL, O_NONBLOCK);
  return fd;
}

static void ask(Connection *c, int index, double began) {
  char body[1024], request[2048];
  int length = snprintf(body, sizeof body,
    "{\"type\":\"message\",\"id\":\"m%lu\",\"timestamp\":\"2026-01-01T00:00:00.000Z\",\"localTimestamp\":\"2026-01-01T01:00:00.000+01:00\","
    "\"serviceUrl\":\"http://127.0.0.1:9/\",\"channelId\":\"test\",\"from\":{\"id\":\"u%d\",\"name\":\"User\",\"role\":\"user\"},"
    "\"recipient\":{\"id\":\"bot\",\"name\":\"Bot\",\"role\":\"bot\"},\"conversation\":{\"id\":\"r%d-c%d-%d\"},\"locale\":\"en-US\","
    "\"textFormat\":\"plain\",\"text\":\"%s\",\"channelData\":{\"clientActivityID\":\"1690000000000abc\"},"
    "\"entities\":[{\"type\":\"ClientCapabilities\",\"requiresBotState\":true,\"supportsListening\":true,\"supportsTts\":true}],"
    "\"deliveryMode\":\"expectReplies\"}",
    sent++, index, run, index, c->conversation, INTERVIEW[c->step][0]);
  int n = snprintf(request, sizeof request,
    "POST /api/messages HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%s", length, body);
  if (write(c->fd, request, n) != n) { perror("write"); exit(3); }
  c->began = began;
  c->busy = 1;
  c->have = c->chunked = 0;
  c->need = -1;
}

static void answered(Connection *c) {
  bytes_in += c->have;
  if (strncmp(c->buffer, "HTTP/1.1 200", 12)) http_errors++;
  else if (!strstr(c->buffer, INTERVIEW[c->step][1])) {
    if (bad++ < 2) fprintf(stderr, "wrong at step %d: %.600s\n", c->step, c->buffer);
  }
  if (counting) count((now() - c->began) * 1e6);
  if (++c->step == STEPS) { c->step = 0; c->conversation++; }
  c->busy = 0;
}

/* True once the whole response has been read. */
static int whole(Connection *c) {
  c->buffer[c->have] = 0;
  if (c->need < 0) {
    char *end = strstr(c->buffer, "\r\n\r\n");
    if (!end) return 0;
    c->head = end - c->buffer + 4;
    char *length = strcasestr(c->buffer, "\r\ncontent-length:");
    c->chunked = !(length && length < end) && strcasestr(c->buffer, "transfer-encoding: chunked") != NULL;
    c->need = c->head + (length && length < end ? atoi(length + 17) : 0);
  }
  return c->chunked ? c->have >= c->head + 5 && !memcmp(c->buffer + c->have - 5, "0\r\n\r\n", 5) : c->have >= c->need;
}

static void watch(int poll, Connection *all, int index) {
  struct epoll_event event = {.events = EPOLLIN, .data.u32 = index};
  epoll_ctl(poll, EPOLL_CTL_ADD, all[index].fd, &event);
}

static void redial(int poll, Connection *all, int index) {
  http_errors++;
  close(all[index].fd);
  all[index].fd = dial();
  all[index].busy = 0;
  watch(poll, all, index);
}

/* Open loop: asks whatever is due on connections that are free; what finds none stays due. */
static double ask_due(Connection *all, double due) {
  static int last = 0;
  for (; due <= now(); due += 1.0 / rate) {
    int k = 1;
    while (k <= connections && all[(last + k) % connections].busy) k++;
    if (k > connections) break;
    last = (last + k) % connections;
    ask(&all[last], last, due);
  }
  return due;
}

static void read_options(int argc, char **argv) {
  for (int o; (o = getopt(argc, argv, "p:c:s:w:r:i:")) > 0;) switch (o) {
    case 'p': port = atoi(optarg); break;
    case 'c': connections = atoi(optarg); break;
    case 's': seconds = atof(optarg); break;
    case 'w': warm = atof(optarg); break;
    case 'r': rate = atof(optarg); break;
    case 'i': pid = atoi(optarg); break;
    default: exit(2);
  }
  if (seconds > MOST_SECONDS) seconds = MOST_SECONDS;
  if (connections > MOST_CONNECTIONS) connections = MOST_CONNECTIONS;
}

int main(int argc, char **argv) {
  read_options(argc, argv);
  run = getpid();
  Connection *all = calloc(connections, sizeof *all);
  int poll = epoll_create1(0);
  for (int i = 0; i < connections; i++) {
    all[i].fd = dial();
    all[i].buffer = malloc(BUFFER + 1);
    watch(poll, all, i);
  }
  double start = now(), due = start, counted_from = start;
  long ticks = 0;
  if (rate <= 0)
    for (int i = 0; i < connections; i++) ask(&all[i], i, now());

  for (double t; (t = now()) < start + warm + seconds;) {
    if (!counting && t >= start + warm) {
      counting = 1;
      counted_from = t;
      ticks = cpu_ticks();
      bytes_in = 0;
    }
    if (rate > 0) due = ask_due(all, due);
    double wait = rate > 0 ? (due - now()) * 1000 : 50;
    struct epoll_event events[MOST_CONNECTIONS];
    int n = epoll_wait(poll, events, MOST_CONNECTIONS, wait < 0 ? 1 : wait > 50 ? 50 : (int)wait);
    for (int k = 0; k < n; k++) {
      int i = events[k].data.u32;
      Connection *c = &all[i];
      ssize_t got = read(c->fd, c->buffer + c->have, BUFFER - c->have);
      if (got < 0 && errno == EAGAIN) continue;
      if (got > 0) {
        c->have += got;
        if (!whole(c)) continue;
        answered(c);
      } else {
        redial(poll, all, i);
      }
      if (rate <= 0) ask(c, i, now());
    }
  }

  double elapsed = now() - counted_from, cpu = (double)(cpu_ticks() - ticks) / sysconf(_SC_CLK_TCK);
  printf("{\"turns\":%lu,\"turns_per_second\":%.0f,\"p50_us\":%.0f,\"p99_us\":%.0f,\"max_us\":%.0f,\"wrong\":%lu,"
         "\"bytes_per_reply\":%.0f,\"cpu_us_per_turn\":%.1f,\"memory_mb\":%.0f,\"peak_mb\":%.0f}\n",
    turns, turns / elapsed, percentile(.5), percentile(.99), longest, bad + http_errors,
    turns ? (double)bytes_in / turns : 0, turns ? cpu * 1e6 / turns : 0, status_kb("VmRSS:") / 1024.0, status_kb("VmHWM:") / 1024.0);
  return bad || http_errors ? 1 : 0;
}
