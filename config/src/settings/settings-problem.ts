/** The environment (环境变量) cannot be used; names every faulty variable, never a value. */
export class SettingsProblem extends Error {
  readonly text: { readonly zh: string; readonly en: string };

  constructor(readonly faults: readonly string[]) {
    const list = faults.join('; ');
    super(`Settings are not usable: ${list}`);
    this.name = 'SettingsProblem';
    this.text = { zh: `环境变量有误：${list}`, en: `Settings are not usable: ${list}` };
  }
}
