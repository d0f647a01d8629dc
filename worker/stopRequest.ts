export type StopRequest = { signal: AbortSignal; asked: Promise<void> };

// npm, the launcher and the terminal may each pass on the same Ctrl-C.
const SAME_REQUEST_MS = 1_000;

/**
 * Listens for the wish to stop: Ctrl-C, SIGTERM, a closed terminal, or the launcher that started us being gone.
 * A second, later Ctrl-C leaves at once; the next start then cleans up.
 */
export function stopRequest(): StopRequest {
  const controller = new AbortController();
  let firstMs = 0;
  const ask = (): void => {
    if (firstMs === 0) {
      firstMs = Date.now();
      controller.abort(new Error('stop requested'));
    } else if (Date.now() - firstMs > SAME_REQUEST_MS) {
      console.error('! dừng ngay / leaving at once');
      process.exit(130);
    }
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, ask);
  if (process.channel) {
    process.on('disconnect', ask);
    process.channel.unref();
  }
  // A terminal that is gone must not turn every line into a crash.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
  const asked = new Promise<void>((resolve) =>
    controller.signal.addEventListener('abort', () => resolve(), { once: true }),
  );
  return { signal: controller.signal, asked };
}
