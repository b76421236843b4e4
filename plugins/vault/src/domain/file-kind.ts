/** What a paper that somebody sends in may be (文件类型): told by its first bytes, never by its name. */
export const fileKinds = ['application/pdf', 'image/jpeg', 'image/png'] as const;
export type FileKind = (typeof fileKinds)[number];

const signatures: Readonly<Record<FileKind, readonly number[]>> = {
  'application/pdf': [0x25, 0x50, 0x44, 0x46, 0x2d],
  'image/jpeg': [0xff, 0xd8, 0xff],
  'image/png': [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
};

/** @returns undefined for what is none of them */
export function fileKindOf(bytes: Uint8Array): FileKind | undefined {
  return fileKinds.find((kind) => signatures[kind].every((byte, index) => bytes[index] === byte));
}
