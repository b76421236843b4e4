import type { Text2 } from '@linggong/core/domain';

/** How contracts call the institution that runs the platform; its licence is shown on the platform (R1.1, 电子商务法 art. 15). */
export const platformName: Text2 = {
  zh: '灵工平台运营机构（营业执照信息以平台首页公示为准）',
  en: 'the operator of the Linggong platform (business licence as published on its front page)',
};
