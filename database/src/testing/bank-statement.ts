/** A statement (camt.053) of one credit on an account, with an opening balance of nothing. */
export function statementOf(credit: {
  readonly account: string;
  readonly serial: string;
  readonly amount: string;
  readonly payer: string;
  /** When it was made and booked. */
  readonly at: Date;
  readonly closing?: string;
  /** What the payer wrote. */
  readonly remark?: string;
}): string {
  const { account, serial, amount, payer, at, closing = amount, remark } = credit;
  const time = at.toISOString().slice(0, 19);
  const words = remark === undefined ? '' : `<RmtInf><Ustrd>${remark}</Ustrd></RmtInf>`;
  return `<?xml version="1.0"?><Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt><GrpHdr><MsgId>M-${serial}</MsgId><CreDtTm>${time}Z</CreDtTm></GrpHdr><Stmt><Id>S-${serial}</Id><Acct><Id><Othr><Id>${account}</Id></Othr></Id></Acct><Bal><Tp><CdOrPrtry><Cd>OPBD</Cd></CdOrPrtry></Tp><Amt Ccy="CNY">0.00</Amt><CdtDbtInd>CRDT</CdtDbtInd></Bal><Bal><Tp><CdOrPrtry><Cd>CLBD</Cd></CdOrPrtry></Tp><Amt Ccy="CNY">${closing}</Amt><CdtDbtInd>CRDT</CdtDbtInd></Bal><Ntry><Amt Ccy="CNY">${amount}</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts><BookgDt><DtTm>${time}Z</DtTm></BookgDt><AcctSvcrRef>${serial}</AcctSvcrRef><NtryDtls><TxDtls><RltdPties><Dbtr><Pty><Nm>${payer}</Nm></Pty></Dbtr></RltdPties>${words}</TxDtls></NtryDtls></Ntry></Stmt></BkToCstmrStmt></Document>`;
}
