/** Words of the notices (公告) on the first page. */
export const publicNotices = {
  publicNotices: { title: 'Notices' },
};
