import type { Page } from 'playwright-core';
import { approve } from './risk-moves';
import { applicant } from './roles-admission';
import { asked, confirm, fillIn, openAt, openSheet, choose } from './role-moves';
import type { Stage } from './roles-stage';
import { closeDone, goTo } from './moves';
import { signIn, type Session } from './session';
import type { Account, Platform } from './start-platform';

/** Somebody at the applicant; nobody's numbers. */
const holder = { identityNumber: '990101199001012017', phone: '19900002017' };
const login: Account = { role: 'enterprise', identifier: 'meixihu-admin', password: 'Lg7-meixihu-9x4Q' };

/** The platform as the new account knows it. */
export function newcomer(platform: Platform): Platform {
  return { ...platform, accountOf: () => login };
}

/** Takes the half of the set-up code that is told once to each of the two. */
async function takeHalf(page: Page): Promise<string> {
  const sheet = await openSheet(page, '取得我的一半启用码（仅一次）');
  await sheet.getByRole('button', { name: '取得我的一半启用码（仅一次）' }).click();
  const half = await sheet.getByLabel('启用码的一半').innerText();
  await closeDone(sheet);
  return half.trim();
}

/** An account is opened by two people, who confirm its holder, and set up by him alone. */
export function accountIsOpened(stage: Stage): void {
  const { platform, browser, as, seen, seenTwice, step } = stage;
  let halves: [string, string];
  let person: Session;

  step('the security administrator asks for an account for the enterprise', async () => {
    const guard = await as('security-admin');
    const { page } = guard;
    await seenTwice(guard, 'account-01-dashboard');
    await goTo(page, '系统', '账号');
    await page.getByRole('link', { name: '开立账号' }).first().click();
    await fillIn(page, { 登录名: login.identifier });
    await choose(page, '角色', '企业用户');
    await fillIn(page, { 企业: applicant.name });
    await page.getByRole('button', { name: '查找' }).click();
    await page
      .getByRole('list')
      .getByRole('button', { name: new RegExp(applicant.name) })
      .click();
    await fillIn(page, { 证件号码: holder.identityNumber, 手机号: holder.phone });
    await seen(guard, 'account-02-asking');
    await page.getByRole('button', { name: '开立账号' }).click();
    await asked(guard);
    await seenTwice(guard, 'account-03-asked');
  });

  step('the head of the institution approves it, and each takes half of the code', async () => {
    const manager = await as('institution-manager');
    await approve(manager, platform().address, '开立账号');
    await closeDone(manager.page.getByRole('dialog'));
    const first = await takeHalf(manager.page);
    const guard = await as('security-admin');
    await guard.page.getByRole('link', { name: '查看申请' }).click();
    const second = await takeHalf(guard.page);
    expect(first).not.toBe(second);
    halves = [first, second];
    await seenTwice(guard, 'account-04-halves-taken');
  });

  step('its holder sets a password by both halves and signs in', async () => {
    const { page: at, context } = await blank(stage);
    await at.goto(`${platform().address}/console/`);
    await at.getByRole('link', { name: '启用账号' }).click();
    await fillIn(at, { 账号: login.identifier, 启用码的一半: halves[0], 启用码的另一半: halves[1] });
    await at.getByLabel('新密码').fill(login.password);
    await at.getByRole('button', { name: '设置密码' }).click();
    await at.getByText('密码已设置。请用新密码登录。').waitFor();
    await context.close();
    person = await signIn(browser(), newcomer(platform()), 'enterprise', 'phone');
    await seen(person, 'account-05-first-sign-in');
  });

  step('the security administrator sees that the account is in use and its holder confirmed', async () => {
    const guard = await as('security-admin');
    const { page } = guard;
    await goTo(page, '系统', '账号');
    await page.getByRole('link', { name: login.identifier }).click();
    await page.getByText('已核实').first().waitFor();
    await seenTwice(guard, 'account-06-holder-confirmed');
  });

  step('the enterprise sees why its application was sent back, and hands it in again', async () => {
    const { page } = person;
    await openAt(person, platform().address, '/');
    await seen(person, 'admission-07-enterprise-home');
    await openAt(person, platform().address, '/enterprises');
    await page.locator('#main-content').getByRole('link').filter({ hasText: applicant.name }).first().click();
    await page.getByText('请补充业务说明后再次提交').first().waitFor();
    await page.getByText('业务说明没有写明怎样按成果验收').first().waitFor();
    await seen(person, 'admission-08-sent-back-to-enterprise');
    await confirm(await openSheet(page, '提交审核'), '提交审核');
    await person.close();
  });
}

/** A browser in which nobody is signed in. */
async function blank({ browser }: Stage) {
  const context = await browser().newContext({ viewport: { width: 390, height: 844 }, locale: 'zh-CN' });
  return { context, page: await context.newPage() };
}
