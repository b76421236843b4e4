export { platformUrbanRate } from './server/parameters/platform-place';
export { orderTrace } from './server/read/record-trace';
export { quoteTrace } from './server/read/quote-trace';
export type { ReadTrace, TraceReader } from './server/read/trace-reader';
export { quoteTaxes, type QuotedLine, type QuoteRequest, type TaxQuote } from './server/quote/quote-taxes';
export type { LineFigures, TaxLine } from './server/quote/tax-line';
export type { ReserveLine } from './server/reserve/reserve-line';
export { reserveTaxes, type Reservation, type ReserveRequest } from './server/reserve/reserve-taxes';
export { finalizeTaxes } from './server/settle/finalize-taxes';
export { movePeriod } from './server/settle/move-period';
export { moveTaxDay } from './server/settle/move-tax-day';
export { lockTaxAccounts } from './server/settle/tax-accounts';
export { voidTaxes, type VoidedTax } from './server/settle/void-taxes';
export type { PaymentTax, Regime, TraceEntry, VatRole } from './domain';

/** The group in which workers of the platform cumulate, until another is configured. */
export const PLATFORM_GROUP = 'platform';
export { verifyTaxTotals, type BrokenTotal } from './server/state/verify-totals';
