import { plantedPerson } from '../../database/src/canary/planted';
import { codeSentSince } from './last-message';
import { goTo } from './moves';
import { confirm, openAt, openRow, openSheet } from './role-moves';
import type { Stage } from './roles-stage';
import { visit, type Session } from './session';
import { isInReach, readToTheEnd, takeCode } from './sign-moves';
import { expectSoon } from './soon';

/** Somebody whom the platform does not know. */
const person = plantedPerson(3);
const password = 'Yuelu-mountain-2026-walk';

/**
 * Somebody without an account registers on his phone, finds the task and applies for it, and is taken on (R3.5, R4.4).
 * @param title of a task that is published and has a place left
 */
export function seekerIsTakenOn({ platform, browser, as, seen, seenTwice, step }: Stage, title: string): void {
  let seeker: Session;
  let number = '';

  step(
    'somebody proves his telephone, agrees to each use of his data, proves who he is and has an account',
    async () => {
      seeker = await visit(browser(), platform(), 'seeker', 'phone');
      const { page } = seeker;
      await page.getByRole('link', { name: '还没有账号？注册成为灵工' }).click();
      await seen(seeker, 'seeker-01-register');
      const since = Date.now();
      await page.getByRole('textbox', { name: '手机号' }).fill(person.phone);
      await page.getByRole('button', { name: '获取验证码' }).click();
      await page.getByLabel('短信验证码').fill(await codeSentSince(platform().folder, since));
      await page.getByRole('button', { name: '下一步' }).click();
      await seen(seeker, 'seeker-02-consents');
      for (const box of await page.getByRole('group', { name: /^必需/ }).getByRole('checkbox').all()) await box.check();
      await page.getByRole('button', { name: '下一步' }).click();
      await page.getByLabel('姓名').fill(person.name);
      await page.getByLabel('身份证号码').fill(person.identityNumber);
      await seen(seeker, 'seeker-03-identity');
      await page.getByRole('button', { name: '核验身份' }).click();
      await page.getByLabel('密码', { exact: true }).fill(password);
      await page.getByLabel('再输入一次密码').fill(password);
      await seen(seeker, 'seeker-04-account');
      await page.getByRole('button', { name: '完成注册并登录' }).click();
      await page.locator('#main-content h1').waitFor();
      await seen(seeker, 'seeker-05-first-steps');
    },
  );

  step('he finds the task and applies for it', async () => {
    const { page } = seeker;
    await openAt(seeker, platform().address, '/open-tasks');
    await seen(seeker, 'seeker-06-open-tasks');
    await page.locator('#main-content').getByRole('link').filter({ hasText: title }).first().click();
    await seen(seeker, 'seeker-07-task');
    const sheet = await openSheet(page, '报名');
    await sheet.getByRole('button', { name: '确认报名' }).click();
    number = /EN-[\d-]+/.exec(await sheet.getByText(/^已报名，编号/).innerText())?.[0] ?? '';
    expect(number).not.toBe('');
    await seen(seeker, 'seeker-08-applied');
  });

  step('the enterprise finds his application among what waits, and takes him on', async () => {
    const enterprise = await as('enterprise');
    const { page } = enterprise;
    await goTo(page, '待办', '工作台');
    await seenTwice(enterprise, 'seeker-09-waits');
    await goTo(page, '任务', '承揽');
    await openRow(page, number);
    await seenTwice(enterprise, 'seeker-10-application');
    await confirm(await openSheet(page, '同意承揽'), '同意承揽');
    await page.getByText('进行中').first().waitFor();
  });

  step('he reads a contract to its end and signs it with the code of his telephone', async () => {
    const { page } = seeker;
    await openAt(seeker, platform().address, '/contracts');
    await page.locator('#main-content').getByRole('link').filter({ hasText: /^HT-/ }).first().click();
    await seen(seeker, 'seeker-11-contract');
    const sheet = await openSheet(page, '签署');
    await readToTheEnd(sheet);
    const code = await takeCode(sheet);
    const field = sheet.getByLabel('6位验证码');
    // Neither the field nor what is wrong with it hides behind the buttons of the sheet.
    await expectSoon(() => isInReach(field), true);
    await seen(seeker, 'seeker-12-code');
    await field.fill(code === '000000' ? '111111' : '000000');
    await sheet.getByRole('button', { name: '签署', exact: true }).click();
    const wrong = sheet.getByText(/验证码不正确/).first();
    await wrong.waitFor();
    await expectSoon(() => isInReach(wrong), true);
    // Nothing but the code was refused.
    expect(seeker.watch.takeFaults()).toEqual([expect.stringMatching(/^422 .*\/sign$/)]);
    await field.fill(code);
    await confirm(sheet, '签署');
    await seen(seeker, 'seeker-13-signed');
    await page
      .getByText(/^已签署|^生效中/)
      .first()
      .waitFor();
  });

  step('he reads that he may begin', async () => {
    await openAt(seeker, platform().address, '/engagements');
    await seeker.page.locator('#main-content').getByRole('link').filter({ hasText: title }).first().click();
    await seen(seeker, 'seeker-14-taken-on');
    await openAt(seeker, platform().address, '/');
    await seen(seeker, 'seeker-15-home');
    await seeker.close();
  });
}
