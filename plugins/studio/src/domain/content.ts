import type { AnyKind, Fault, Json } from './kind';

/** A stored content as its kind reads it today, or why it does not. */
export type ReadContent =
  { readonly ok: true; readonly content: Json } | { readonly ok: false; readonly faults: readonly Fault[] };

/** Issues of a shape that are told at once; a content that is wrong throughout is not made better by more of them. */
export const shapeFaultsMax = 50;

/** Reads a content by the shape of its kind. Values are not repeated in faults: they may be anything. */
export function readContent(kind: AnyKind, content: unknown): ReadContent {
  const parsed = kind.content.safeParse(content);
  if (parsed.success) return { ok: true, content: parsed.data };
  const faults = parsed.error.issues.slice(0, shapeFaultsMax).map((issue): Fault => ({
    path: issue.path.map(String).join('.'),
    code: `shape-${issue.code.replaceAll('_', '-')}`,
    text: textOf(issue),
  }));
  return { ok: false, faults };
}

/** Schemas with rules of their own say why in both languages: `refine(…, { params: { zh, en } })`. */
function textOf(issue: { readonly code: string; readonly message: string; readonly params?: unknown }): Fault['text'] {
  const { zh, en } = Object(issue.params) as { readonly zh?: unknown; readonly en?: unknown };
  if (typeof zh === 'string' && typeof en === 'string') return { zh, en };
  return words[issue.code] ?? { zh: '不符合要求', en: 'is not as required' };
}

const words: Readonly<Record<string, Fault['text']>> = {
  invalid_type: { zh: '缺少内容，或类型不对', en: 'is missing or of the wrong type' },
  too_small: { zh: '太短、太小或太少', en: 'is too short, too small or too few' },
  too_big: { zh: '太长、太大或太多', en: 'is too long, too large or too many' },
  invalid_format: { zh: '格式不对', en: 'has the wrong form' },
  invalid_value: { zh: '不在可选范围内', en: 'is none of the choices' },
  unrecognized_keys: { zh: '含有未知的内容', en: 'holds something unknown' },
  invalid_union: { zh: '不符合任何一种允许的形式', en: 'fits none of the allowed forms' },
};
