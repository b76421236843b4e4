import { route } from '@linggong/access';
import { idParams } from '@linggong/access/api';
import type { Queryable } from '@linggong/core';
import { notFound, shanghaiDay } from '@linggong/core/domain';
import { depositAnswer, lineDepositPreview, lineDepositRequest } from '../../api';
import { depositPayer, type SealedPayer } from '../deposits/deposit-payer';
import { demandSmall } from '../deposits/small-deposits';
import { depositLine, type DepositLine } from '../ports/deposit-lines';
import { enterpriseByAccount } from '../ports/enterprises';
import { payerUnknown } from '../problems';
import { depositView } from '../read/deposit-view';
import { settlementOf, toolsOf } from '../services';

/** As long as a deposit keeps a payer. */
const PAYER_CHARACTERS = 120;

/** @throws Problem 404 for a line that is no credit */
async function lineOf(db: Queryable, lineId: number): Promise<DepositLine> {
  const line = await depositLine(db, lineId);
  if (line === undefined) throw notFound({ zh: '来账', en: 'credit' });
  return line;
}

/** Who a line says that paid; undefined where the bank named nobody. */
function payerOf({ payerName, payerSealed: sealed, payerBlind: blind }: DepositLine): string | SealedPayer | undefined {
  if (payerName !== null && sealed !== null && blind !== null) return { masked: payerName, sealed, blind };
  return payerName?.slice(0, PAYER_CHARACTERS);
}

const preview = route({
  method: 'GET',
  path: '/statement-lines/:id/deposit',
  resource: 'deposit',
  action: 'record-line',
  summary: { zh: '预览将登记的来账', en: 'What recording a credit would do' },
  description: {
    zh: '子账户属于哪家企业，付款人户名与其登记名称是否一致。',
    en: 'Whose sub-account it is, and whether the payer bears the name of that enterprise.',
  },
  params: idParams,
  answers: { 200: lineDepositPreview },
  handle: async ({ strapi, params }) => {
    const { database, vault } = toolsOf(strapi);
    const line = await lineOf(database, params.id);
    const { account, bankSerial, amountFen, bookedAt } = line;
    const payer = payerOf(line);
    const enterprise = await enterpriseByAccount(database, account);
    const receipt = { account, bankSerial, day: shanghaiDay(bookedAt) };
    const body = {
      subAccountNumber: account,
      enterpriseId: enterprise?.id ?? null,
      enterpriseName: enterprise?.name ?? null,
      amountFen: Number(amountFen),
      receivedAt: bookedAt.toISOString(),
      payerName: line.payerName,
      payerDiffers:
        enterprise === undefined || payer === undefined
          ? null
          : !depositPayer(vault, payer, enterprise.name, receipt).isOwn,
    };
    return { status: 200, body };
  },
});

const recordLine = route({
  method: 'POST',
  path: '/statement-lines/:id/deposit',
  resource: 'deposit',
  action: 'record-line',
  summary: { zh: '将对账单来账登记为入金', en: 'Record a credit of a statement as a deposit' },
  description: {
    zh: '子账户、金额、流水号与到账时间取自对账单；同一流水号每个到账日期只入账一次。对账单没有付款人时须填写；付款人户名与企业不一致的，须填写理由。对账单由本人导入、且超过小额标准的，须改由他人登记，或通过“登记来账”提交审批。',
    en: 'Account, amount, serial and time are those of the statement; a serial books once a day. The payer is asked for where the statement names none, and a reason where he does not bear the name of the enterprise. Of a statement that you brought yourself only small amounts are booked by you alone: somebody else books the line, or it is recorded for approval.',
  },
  params: idParams,
  body: lineDepositRequest,
  answers: { 201: depositAnswer },
  remembers: true,
  handle: async ({ strapi, params, body, command, remember }) => {
    const line = await lineOf(toolsOf(strapi).database, params.id);
    const payerName = payerOf(line) ?? body.payerName;
    if (payerName === undefined) throw payerUnknown();
    const request = {
      subAccountNumber: line.account,
      bankSerial: line.bankSerial,
      amountFen: Number(line.amountFen),
      payerName,
      receivedAt: line.bookedAt.toISOString(),
      ...(line.remark === '' ? {} : { remark: line.remark }),
      ...(body.reason === undefined ? {} : { reason: body.reason }),
    };
    const id = await settlementOf(strapi).recordDeposit(command, request, async (tx, depositId) => {
      await remember(tx, { status: 201, body: await depositView(tx, depositId) });
      await demandSmall(tx, [depositId], command);
    });
    return { status: 201, body: await depositView(toolsOf(strapi).database, id) };
  },
});

export const lineDepositRoutes = [preview, recordLine];
