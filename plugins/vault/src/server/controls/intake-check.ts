import { Readable } from 'node:stream';
import { Problem } from '@linggong/core/domain';
import type { ControlCheck } from '@linggong/core';

/** What must not pass: a PDF that runs something, and a program that calls itself a picture. Harmless, and made here. */
const refusedPapers: readonly Buffer[] = [
  Buffer.from(
    '%PDF-1.7\n1 0 obj\n<< /Type /Catalog /OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >> >>\nendobj\n%%EOF\n',
  ),
  Buffer.from('MZ\u0000\u0000 this program cannot be run as a picture', 'latin1'),
];

/** 8.1.4.5: the gate is asked, now, to take two papers that it has to refuse. @param receive the gate */
export function intake(receive: (stream: Readable) => Promise<unknown>): ControlCheck {
  return async () => {
    let refused = 0;
    for (const paper of refusedPapers) {
      const outcome = await receive(Readable.from([paper])).then(
        () => undefined,
        (error: unknown) => error,
      );
      if (outcome instanceof Problem && outcome.status === 422) refused += 1;
    }
    const all = refusedPapers.length;
    return {
      state: refused === all ? 'met' : 'not-met',
      figure: {
        zh: `刚才向收件关送入含脚本的 PDF 与伪装成图片的程序，拒收 ${refused} / ${all}`,
        en: `A PDF with a script and a program that calls itself a picture were given to the gate just now: ${refused} of ${all} refused`,
      },
    };
  };
}
