import { goToUnread, unreadMark } from './unread';

/** A page with so many inputs that cannot be read; what was done to them is noted. */
function page(unread: number): { readonly root: ParentNode; readonly done: string[] } {
  const done: string[] = [];
  const input = { scrollIntoView: () => done.push('seen'), focus: () => done.push('focused') };
  const querySelector = (asked: string): unknown =>
    asked === `[${Object.keys(unreadMark(true)).join()}]` && unread > 0 ? input : null;
  // Of a page these functions use nothing else.
  return { root: { querySelector } as unknown as ParentNode, done };
}

describe('what is typed and cannot be read (R13.1)', () => {
  it('is gone to before anything is sent', () => {
    const { root, done } = page(1);
    expect(goToUnread(root)).toBe(true);
    expect(done).toEqual(['seen', 'focused']);
  });

  it('holds nothing back where everything can be', () => {
    const { root, done } = page(0);
    expect(goToUnread(root)).toBe(false);
    expect(done).toEqual([]);
  });

  it('is marked while it stands there alone', () => {
    expect(Object.keys(unreadMark(true))).toHaveLength(1);
    expect(unreadMark(false)).toEqual({});
  });
});
