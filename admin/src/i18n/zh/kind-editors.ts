/** Words of the editors of contents that are described by fields. */
export const kindEditors = {
  kindEditor: {
    language: { zh: '中文', en: '英文' },
    add: '添加%{item}',
    up: '上移',
    down: '下移',
    double: '复制',
    remove: '删除',
    yuan: '元',
    beijing: '北京时间',
    unread: '看不懂这个值，保留原值',
  },
};
