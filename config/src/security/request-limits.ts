/** Bounds of what anybody may send, before it is known who he is. */
export const requestLimits = {
  /** Of all headers together, the request line with them. */
  headerBytesMax: 16_384,
  headersMax: 100,
  urlCharactersMax: 8_192,
  headersTimeoutMs: 15_000,
  /** For a whole request, as uploads of large sheets over slow lines need it. */
  requestTimeoutMs: 600_000,
  /** For everything whose body is small. */
  smallRequestTimeoutMs: 60_000,
  /** A body up to here is small; only uploads are larger. */
  smallBodyBytesMax: 1_048_576,
  keepAliveTimeoutMs: 65_000,
  handshakeTimeoutMs: 10_000,
  connectionsMax: 4_096,
  /** Strapi's own routes; those of the kit have their bounds in their declarations. */
  panelBodyBytesMax: 1_048_576,
} as const;
