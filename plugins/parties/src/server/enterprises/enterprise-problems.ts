import { notFound, problem, type Problem, type Text2 } from '@linggong/core/domain';

export function noSuchEnterprise(): Problem {
  return notFound({ zh: '企业', en: 'enterprise' });
}

/** 422 for one field of an application; `reason` says which rule it broke. */
export function fieldProblem(field: string, reason: string, text: Text2): Problem {
  return problem(422, 'field-refused', text, {
    field,
    fix: { zh: '请更正该字段后重新提交', en: 'Correct the field and send it again' },
    extra: { reason },
  });
}

export function usccTaken(): Problem {
  return problem(
    409,
    'enterprise-exists',
    { zh: '该统一社会信用代码的企业已在平台', en: 'An enterprise with this credit code is on the platform already' },
    { field: 'uscc', fix: { zh: '请在企业列表中查找', en: 'Look it up in the list of enterprises' } },
  );
}

export function notEditable(): Problem {
  return problem(
    409,
    'enterprise-not-editable',
    { zh: '企业现在的状态下，这些资料不可修改', en: 'As the enterprise stands now, these fields cannot be changed' },
    {
      fix: {
        zh: '草稿或被退回的申请可以修改；之后只能更换联系人',
        en: 'Drafts and applications that were sent back can be changed; later only the contact',
      },
    },
  );
}

export function accountTaken(): Problem {
  return problem(
    409,
    'account-exists',
    {
      zh: '该企业已有开立的子账户，或账号已被使用',
      en: 'The enterprise has an open sub-account, or the number is in use',
    },
    { field: 'subAccountNumber' },
  );
}
