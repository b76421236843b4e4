import type { Browser } from 'playwright-core';
import type { Look } from './look';
import { faultsOf } from './page-watch';
import { picture, pictureAll, type Session } from './session';

const toldOfPage = 400;

/** What a step failed at, with what its pages say: addresses, faults, open sheets and alerts, then the rest. Test people are synthetic. */
async function withPages(error: unknown, browser: Browser): Promise<unknown> {
  if (!(error instanceof Error)) return error;
  const pages = browser.contexts().flatMap((context) => context.pages());
  const told = await Promise.all(
    pages.map(async (page) => {
      // A page that is gone says nothing; the failure itself is told all the same.
      const wordsOf = (places: string) =>
        page
          .locator(places)
          .allInnerTexts()
          .catch(() => []);
      const words = [
        ...faultsOf(page),
        ...(await wordsOf('[role="dialog"], [role="alert"]')),
        ...(await wordsOf('#main-content')),
      ];
      return `${new URL(page.url()).pathname} ${words.join(' | ').replaceAll(/\s+/g, ' ').slice(0, toldOfPage)}`;
    }),
  );
  return new Error([error.message, ...told].join('\n'), { cause: error });
}

interface Journey {
  /** Looks at the page of a session and keeps its picture; a page of a journey has no faults. */
  seen(session: Session, name: string): Promise<void>;
  /** A step stands on those before it: after one that failed the rest fail at once, with its name. */
  step(name: string, work: () => Promise<void>): void;
}

/** The steps of one journey, whose pictures begin with its name. The browser is open once the steps run. */
export function journey(title: string, look: Look, browser: () => Browser): Journey {
  let brokenAt: string | undefined;
  return {
    seen: async (session, name) => {
      const faults = await look(session);
      await picture(session.page, `${title}-${name}`);
      expect(faults).toEqual([]);
    },
    step: (name, work) => {
      it(name, async () => {
        if (brokenAt !== undefined) throw new Error(`not reached: “${brokenAt}” failed`);
        try {
          await work();
        } catch (error) {
          brokenAt = name;
          await pictureAll(browser(), `${title}-failed`);
          throw await withPages(error, browser());
        }
      });
    },
  };
}
