import { z } from 'zod';
import { looksMasked, type FieldKind } from '../domain';

const lengthMax: Readonly<Record<FieldKind, number>> = {
  name: 64,
  'identity-number': 32,
  phone: 20,
  'bank-card': 32,
  address: 200,
  email: 254,
};

const maskedBack = {
  zh: '这是脱敏后的内容，不能保存；请填写完整内容，或不要提交此字段',
  en: 'is a masked value and cannot be stored; send the full value, or leave the field out',
};

/**
 * A sensitive field on its way in: bounded text that is not one of our own masks. What it must look like beyond that (check
 * digits, known banks) is the business of real-name.
 */
export function clearField(kind: FieldKind): z.ZodString {
  return z
    .string()
    .trim()
    .min(1)
    .max(lengthMax[kind])
    .refine((text) => !looksMasked(kind, text), { params: maskedBack });
}
