// The load generator in a process of its own: runs what it is sent and sends back what it saw.
import autocannon from 'autocannon';

process.once('message', async (order) => {
  const { requests, latency, non2xx, errors, timeouts, '2xx': answered, duration } = await autocannon(order);
  process.send(
    {
      rate: requests.average,
      p50: latency.p50,
      p99: latency.p99,
      max: latency.max,
      non2xx,
      errors,
      timeouts,
      answered,
      duration,
    },
    () => process.exit(0),
  );
});
