import type { Browser } from 'playwright-core';
import { accountIsOpened } from './roles-accounts';
import { enterpriseIsAdmitted, enterpriseIsSentBack } from './roles-admission';
import { elevationIsReviewed } from './roles-elevation';
import { operatorReadsEnglish } from './roles-english';
import { stageOf } from './roles-stage';
import { platformIsKept } from './roles-upkeep';
import { seekerIsTakenOn } from './roles-seeker';
import { taskIsPublished, title, workIsAccepted } from './roles-work';
import { openBrowser } from './open-browser';
import { startPlatform, type Platform } from './start-platform';

// A demo platform takes minutes on a busy machine, and so may any step after it; nothing here asserts a time.
jest.setTimeout(15 * 60_000);

let platform: Platform;
let browser: Browser;
const opened = () => ({ platform, browser });

beforeAll(async () => {
  platform = await startPlatform();
  browser = await openBrowser();
});

afterAll(async () => {
  await browser?.close();
  await platform?.stop();
});

describe('an enterprise is let in', () => {
  const stage = stageOf(opened);
  enterpriseIsSentBack(stage);
  accountIsOpened(stage);
  enterpriseIsAdmitted(stage);
});

describe('work is published, done and accepted', () => {
  const stage = stageOf(opened);
  taskIsPublished(stage);
  seekerIsTakenOn(stage, title);
  workIsAccepted(stage);
});

describe('power is lent', () => {
  elevationIsReviewed(stageOf(opened));
});

describe('the platform is kept', () => {
  platformIsKept(stageOf(opened));
});

describe('the console in English', () => {
  operatorReadsEnglish(opened);
});
