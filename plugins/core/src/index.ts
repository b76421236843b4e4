export type { Actor, Command } from './server/command';
export { systemCommand } from './server/command';
export type { Clock, ProductClock } from './server/clock';
export { systemClock } from './server/clock';
export type { Database, DatabaseOptions, Prepared, Queryable, Tx } from './server/database';
export { createDatabase } from './server/database';
export { collided, databaseAway, isCollision, isDatabaseAway } from './server/database-away';
export { isStorageFull, storageFull } from './server/storage-full';
export type { Readiness } from './server/readiness';
export { clockOf, controlChecksOf, databaseOf, operatingFiguresOf, readinessOf } from './server/services';
export {
  collectFigures,
  type FigureDefinition,
  type FigureSource,
  type FigureUnit,
  type OperatingFigures,
} from './server/operating-figures';
export type { ControlCheck, ControlChecks, ControlLook } from './server/control-checks';
export { guardedRequest, OutboundRefused, type OutboundReply, type OutboundWish } from './server/outbound';
export { untilAborted } from './server/until-aborted';
export { nodeDeflate } from './server/node-deflate';
export { span, spanNow, spans, type SpanPart, type SpanTold } from './server/span';
export * from './server/tallies';
export * from './sheets';
