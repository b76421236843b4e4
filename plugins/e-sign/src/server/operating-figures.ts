import type { FigureSource } from '@linggong/core';

/** How this module runs, for the monthly review of operations (运行指标, R8.2). */
export const operatingFigures: FigureSource = {
  module: 'e-sign',
  name: { zh: '电子签署', en: 'Signatures' },
  sql: `SELECT (SELECT count(*) FROM public.contracts WHERE sent_at >= period.start_utc AND sent_at < period.end_utc) AS sent,
       (SELECT count(*) FROM public.contracts WHERE signed_at >= period.start_utc AND signed_at < period.end_utc) AS signed,
       (SELECT count(*) FROM public.contracts WHERE revoked_at >= period.start_utc AND revoked_at < period.end_utc) AS revoked,
       (SELECT count(*) FROM e_sign.documents WHERE state = 'faulty') AS documents_faulty`,
  figures: [
    { key: 'sent', name: { zh: '发出合同', en: 'Contracts sent' }, unit: 'count' },
    { key: 'signed', name: { zh: '签署合同', en: 'Contracts signed' }, unit: 'count' },
    { key: 'revoked', name: { zh: '撤销合同', en: 'Contracts revoked' }, unit: 'count' },
    {
      key: 'documents-faulty',
      name: { zh: '封存失败的文件', en: 'Papers that could not be sealed' },
      unit: 'count',
      target: { kind: 'at-most', value: 0 },
    },
  ],
};
