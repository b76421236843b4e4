/** Words of the page of data keys. */
export const keys = {
  keys: {
    lead: '敏感字段用数据密钥加密；每个文件有自己的密钥，由数据密钥封装。数据密钥由密钥环中的主密钥封装，主密钥从不进入数据库。',
    realm: { fields: '敏感字段', files: '文件' },
    suite: { 'aes-256-gcm': 'AES-256-GCM', 'sm4-ctr-hmac-sm3': '国密 SM4 + SM3' },
    ring: {
      title: '当前密钥',
      current: '主密钥',
      wrapping: '封装',
      allWrapped: '全部由当前主密钥封装',
      waiting: '%{smart_count} 个数据密钥仍由旧主密钥封装',
      files: '文件密钥',
      allEnveloped: '每个文件都有自己的密钥',
      underRing: '%{smart_count} 个文件仍直接由主密钥加密',
    },
    reencryption: {
      title: '重新加密至 %{number} 号密钥',
      waiting: '等待新密钥启用，并等更早的事务结束；期间业务照常。',
      sweep: '轮次',
      askedBy: '发起人',
      askedAt: '发起时间',
      finishedAt: '结束时间',
      reason: '理由',
      count: '已检查 %{seen} / %{total} 行，重新加密 %{moved} 行',
      faults: '以下记录的密文无法解开，旧密钥不会停用。请核查：',
    },
    source: {
      workers: '灵工',
      'bank-cards': '银行卡',
      enterprises: '企业',
      'settlement-lines': '发放明细',
      'contract-texts': '合同文本',
      'second-factors': '双因素密钥',
      payees: '收款人',
      files: '私有文件（只换封装）',
    },
    act: {
      rotate: {
        label: '轮换数据密钥',
        lead: '生成新的数据密钥，两分钟后启用；随后在后台把全部敏感字段重新加密，并重新封装文件密钥，业务照常进行。',
        done: '新密钥已生成，两分钟后启用；重新加密的进度见本页。',
        note: '旧密钥在没有任何密文之后停用，但仍保留，用于打开旧备份。',
      },
      rewrap: {
        label: '重新封装',
        lead: '用当前主密钥重新封装数据密钥，只改写几行，不动业务数据。',
        done: '数据密钥已由当前主密钥封装。',
      },
      destroy: {
        label: '销毁',
        lead: '销毁后任何由它加密的内容都不能再打开，且不能恢复。停用满 35 天且没有任何密文由它加密时才能销毁。',
        done: '密钥已销毁。',
        note: '更早的备份仍含有被封装的该密钥，直至备份到期清除。',
      },
      reencrypt: {
        label: '重新检查并加密',
        lead: '把仍用旧密钥的密文重新加密，并重新核对全部记录。',
        done: '已开始，进度见本页。',
      },
      cancel: {
        label: '取消重新加密',
        lead: '停在当前位置：已重新加密的保持不变，旧密钥不停用。以后可以再次开始。',
        done: '已取消，旧密钥仍可使用。',
      },
    },
  },
};

/** Name and fields of the page; `resources.ts` takes them in. */
export const keysResources = {
  'data-keys': {
    name: '数据密钥',
    fields: {
      number: '编号',
      realm: '用途',
      state: '状态',
      suite: '算法套件',
      activeFrom: '启用时间',
      retiredAt: '停用时间',
      destroyedAt: '销毁时间',
      wrappedBy: '主密钥',
      madeBy: '生成人',
      reason: '理由',
    },
  },
};
