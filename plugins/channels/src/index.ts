export type { Channels, ChannelsOptions } from './server/channels';
export { createChannels, POLL_JOB, SEND_JOB } from './server/channels';
export type { PayoutPlan, PlannedFile } from './server/payouts/plan-payouts';
export type { AnswerResolution } from './server/payouts/resolve-answer';
export { createBankFileChannel, type BankFileOptions } from './server/bank-file/bank-file-channel';
export { noteDeposit, type NotedDeposit } from './server/bank-file/note-deposit';
export { unregisteredCredits } from './server/bank-file/unregistered-credits';
export { receiveFile, type IncomingFile, type ReceivedFile } from './server/bank-file/receive-file';
export { sandboxFileBank, type SandboxFileBank } from './server/sandbox-bank/files/file-bank';
export { payoutChannelCases, type ConformanceCase, type ConformanceFixture } from './server/channel-conformance';
export type { Collected } from './server/payouts/collect-answers';
export type { PayoutEvent } from './server/payouts/payout-events';
export type { PayoutOutcome } from './server/payouts/payouts-of';
export {
  FILE_LINES_MAX,
  type PayoutOrder,
  type PreparedFile,
  type PreparedPayout,
} from './server/payouts/prepare-payouts';
export type { HandedOver, SentFile } from './server/payouts/send-payouts';
export type { Routed, Routing, RoutingKeeper } from './server/routing/route-payments';
export { routingsOf, type FileRouting } from './server/routing/routings-of';
export { createSandboxBank, SANDBOX_BANK } from './server/sandbox-bank/sandbox-bank';
export {
  creditSubAccount,
  openSubAccounts,
  subAccounts,
  type IncomingTransfer,
  type SubAccount,
} from './server/sandbox-bank/sub-accounts';
export { payerOwner, type PayerRows } from './server/unmask-payer';
export { channelsOf } from './server/services';
export {
  ChannelFault,
  profileOf,
  receiptSubject,
  refusals,
  sandboxCard,
  routingSeed,
  type PaymentGroup,
  type PayoutChannel,
  type RefusalCode,
  type PayoutState,
  type SandboxCase,
} from './domain';
