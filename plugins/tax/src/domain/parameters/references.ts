import type { Text2 } from '@linggong/core/domain';

/** Where each parameter is written. Number and article as a tax officer cites them. */
export const REFERENCES = {
  incomeTaxLaw: { zh: '个人所得税法第三条、附税率表', en: 'Individual Income Tax Law art. 3 and tables' },
  platformLabour: { zh: '税务总局公告2025年第16号第一条第（一）项', en: 'STA PN 2025-16 art. 1(1)' },
  registrationGuide: { zh: '税务总局公告2025年第16号第二条', en: 'STA PN 2025-16 art. 2' },
  gapReading: {
    zh: '税务总局公告2025年第16号第一条（“连续取得”，按中断重新起算执行）',
    en: 'STA PN 2025-16 art. 1 ("consecutively"; read as starting anew after a month without income)',
  },
  withholdingRules: { zh: '税务总局公告2018年第61号第八条', en: 'STA PN 2018-61 art. 8' },
  nonResident: { zh: '税务总局公告2018年第61号第九条', en: 'STA PN 2018-61 art. 9' },
  businessRelief: { zh: '财政部 税务总局公告2023年第12号第一条', en: 'MOF/STA PN 2023-12 art. 1' },
  assessed: {
    zh: '税收征收管理法第三十五条；财税〔2000〕91号第九条',
    en: 'Tax Collection Law art. 35; Caishui 2000-91 art. 9',
  },
  vatRegulation: { zh: '增值税暂行条例第十二条', en: 'VAT Provisional Regulation art. 12' },
  vatLaw: { zh: '增值税法第十一条', en: 'VAT Law art. 11' },
  vatRelief2023: { zh: '财政部 税务总局公告2023年第19号', en: 'MOF/STA PN 2023-19' },
  vatRelief2026: { zh: '财政部 税务总局公告2026年第10号第一条', en: 'MOF/STA PN 2026-10 art. 1' },
  vatRules: { zh: '增值税暂行条例实施细则第三十七条', en: 'Rules of the VAT Provisional Regulation art. 37' },
  vatTransactionUnit: {
    zh: '财政部 税务总局公告2026年第10号第一条（按次（日）计税，同一日内各次合并计算）',
    en: 'MOF/STA PN 2026-10 art. 1 (each transaction (day); read as all payments of a day together)',
  },
  urbanMaintenance: { zh: '城市维护建设税法第四条', en: 'Urban Maintenance and Construction Tax Law art. 4' },
  platformUrban: {
    zh: '城市维护建设税法第四条；平台主管税务机关所在地为市区',
    en: 'Urban Maintenance and Construction Tax Law art. 4; the tax office of the platform lies in a city',
  },
  education: { zh: '征收教育费附加的暂行规定第三条', en: 'Provisional Rules on the Education Surcharge art. 3' },
  localEducation: { zh: '财综〔2010〕98号第二条', en: 'Caizong 2010-98 art. 2' },
  surchargeRelief: { zh: '财政部 税务总局公告2023年第12号第二条', en: 'MOF/STA PN 2023-12 art. 2' },
  educationRelief: { zh: '财税〔2016〕12号第一条', en: 'Caishui 2016-12 art. 1' },
} as const satisfies Record<string, Text2>;
