/** Words of the notices (公告) on the first page. */
export const notices = {
  notices: { title: 'Notices' },
};
