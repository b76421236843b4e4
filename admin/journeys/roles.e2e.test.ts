import type { Browser } from 'playwright-core';
import { complaintIsAnswered, holdIsLifted } from './roles-care';
import { stageOf } from './roles-stage';
import { regulatorTakesFigures, taxIsPaid } from './roles-tax';
import { openBrowser } from './open-browser';
import { startPlatform, type Platform } from './start-platform';

// A demo platform takes minutes on a busy machine, and so may any step after it; nothing here asserts a time.
jest.setTimeout(15 * 60_000);

let platform: Platform;
let browser: Browser;
const stage = stageOf(() => ({ platform, browser }));

beforeAll(async () => {
  platform = await startPlatform();
  browser = await openBrowser();
});

afterAll(async () => {
  await browser?.close();
  await platform?.stop();
});

describe('people are answered and protected', () => {
  complaintIsAnswered(stage);
  holdIsLifted(stage);
});

describe('the platform pays tax and is supervised', () => {
  taxIsPaid(stage);
  regulatorTakesFigures(stage);
});
