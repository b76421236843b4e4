/** Words around the guides; their texts are in cms/guides. */
export const guideWords = {
  guides: {
    title: '使用指南',
    help: '本页指南',
    all: '全部指南',
    search: '查找指南',
    found: '%{count} 篇',
    none: '没有符合条件的指南',
  },
};
