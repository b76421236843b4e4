import { nothing } from '../parts/money-text';

/** The later ones of a line are what a browser pretends to be as well; the first that fits is what it is. */
const browsers: readonly (readonly [RegExp, string])[] = [
  [/MicroMessenger\/([\d]+)/, '微信 WeChat'],
  [/Edg\/(\d+)/, 'Edge'],
  [/Firefox\/(\d+)/, 'Firefox'],
  [/(?:Chrome|HeadlessChrome)\/(\d+)/, 'Chrome'],
  [/Version\/(\d+).*Safari/, 'Safari'],
];
const systems: readonly (readonly [RegExp, string])[] = [
  [/HarmonyOS|OpenHarmony/, 'HarmonyOS'],
  [/Android/, 'Android'],
  [/iPhone|iPad/, 'iOS'],
  [/Windows/, 'Windows'],
  [/Mac OS X/, 'macOS'],
  [/Linux/, 'Linux'],
];

/** `Chrome 141 · Windows` out of what a browser calls itself; a program's own name, cut, where it is no browser. */
export function deviceText(device: string | null | undefined): string {
  if (device === null || device === undefined || device === '') return nothing;
  const browser = browsers.flatMap(([form, name]) => {
    const version = form.exec(device)?.[1];
    return version === undefined ? [] : [`${name} ${version}`];
  })[0];
  const system = systems.find(([form]) => form.test(device))?.[1];
  if (browser === undefined) return device.slice(0, 40);
  return system === undefined ? browser : `${browser} · ${system}`;
}
