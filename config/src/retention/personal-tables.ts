/**
 * Of which class of the schedule a table is that holds sealed, masked or blind values, or tells what was done about a person. A table with such
 * columns that stands not here fails `plugins/settlement/src/server/sealed-columns.http.test.ts`, which asks the catalog and the owners' own
 * declarations.
 */
export const personalTables: Readonly<Record<string, string>> = {
  'public.workers': 'person',
  'public.bank_cards': 'person',
  'public.enterprises': 'enterprise-contact',
  'public.deposits': 'payment-record',
  'public.payouts': 'payment-record',
  'public.orders': 'books',
  'public.real_name_checks': 'real-name-check',
  'real_name.pending_checks': 'real-name-check',
  'channels.payees': 'payment-record',
  'channels.statement_lines': 'payment-record',
  'sandbox_bank.instructions': 'payment-record',
  'settlement.lines': 'line-cells',
  'risk.list_entries': 'risk-list',
  'e_sign.contract_texts': 'contract-record',
  'e_sign.contract_parties': 'contract-record',
  'e_sign.signer_evidence': 'contract-record',
  'e_sign.consents': 'consent',
  'parties.agency_authorizations': 'agency-authorization',
  'parties.worker_staging': 'registration-staging',
  'parties.worker_import_faults': 'worker-import-sheet',
  'parties.import_strangers': 'worker-import-sheet',
  'access.approvals': 'approval',
  'access.holders': 'account',
  'access.holder_contacts': 'account',
  'access.second_factors': 'account',
  'access.elevations': 'elevation-look',
  'access.elevation_looks': 'elevation-look',
  'studio.form_drafts': 'form-draft',
  'studio.form_values': 'form-record',
  'vault.unmaskings': 'unmasking',
  'vault.consents': 'consent',
  'vault.data_requests': 'data-request',
  'vault.data_request_steps': 'data-request',
};

/** What is no table of the business database: kept beside it. */
export const personalStores: Readonly<Record<string, string>> = {
  'backup store': 'backup',
  'witness store': 'witness-record',
  'access.approvals.payload_sealed': 'approval-payload',
};
