/** A right policy, small enough to be broken one line at a time. */
export const right = `方案 例 (example)
  出处 "某方案"
  参数 首年 (firstYear): 年份
  施行 自 首年-01-21(含) 5 年

主体 申请人 (applicant)
  出生日期 (birthDate): 日期
  年限 (years): 年 从 0 至 60
  在编 (staff): 是否
  类别 (kind): 多选
    甲类 (a) | 乙类 (b)

定义 老人 (old) = 出生日期 至今 满 60 周岁

项目 补助 (aid)
  资格 同时满足
    年龄: 老人                                                       依据 一.1
    年限够: 年限 10 年 以上
    其他: 满足其一
      在编
      出生日期 在 1960-12-31 前(含)
  排除
    重复: 类别 含 甲类
  档次 按 年限
    超过 30 年: 每人每月 900 元
    其余: 每人每月 800 元
  名额 40 人
    排序 年限 从高到低
    并列 全部进入

程序 申领 (claim)
  初审 (review): 由 乡镇
    期限 首次 首年-01-31 前(含)
`;

/** What a tired clerk types instead: the right text, the wrong one, and the finding it must give, once. */
export const mistakes: readonly (readonly [string, string, string, string])[] = [
  ['错别字：关键词', '  资格 同时', '  资各 同时', 'BF1023'],
  ['错别字：最外层', '主体 申', '主题 申', 'BF1023'],
  ['错别字：方案', '方案 例', '方按 例', 'BF1023'],
  ['错别字：算符', '至今 满', '至金 满', 'BF1023'],
  ['英文关键词', '  资格 同时', '  eligible 同时', 'BF1024'],
  ['英文算符', '类别 含 甲类', '类别 contains 甲类', 'BF1024'],
  ['少了冒号', '年限 (years): 年', '年限 (years) 年', 'BF1008'],
  ['组前少了冒号', '其他: 满足其一', '其他 满足其一', 'BF1008'],
  ['规则前少了冒号', '重复: 类别', '重复 类别', 'BF1008'],
  ['行里少了冒号', '超过 30 年: 每', '超过 30 年 每', 'BF1008'],
  ['关键词后多了冒号', '  排除\n', '  排除:\n', 'BF1007'],
  ['没有空格：算符', '年限 10 年 以上', '年限超过 10 年', 'BF1025'],
  ['没有空格：句子', '出生日期 至今 满 60 周岁', '出生日期至今满 60 周岁', 'BF1025'],
  ['没有空格：日期', '首年-01-31 前(含)', '首年-01-31前 含', 'BF1040'],
  ['裸的“前”', '1960-12-31 前(含)', '1960-12-31 前', 'BF1040'],
  ['裸的“起”', '1960-12-31 前(含)', '1960-12-31 起', 'BF1041'],
  ['裸的“自”', '首年-01-21(含) 5 年', '首年-01-21 5 年', 'BF1042'],
  ['前(含) 至', '1960-12-31 前(含)', '1960-12-31 前(含) 至 1970-12-31', 'BF1043'],
  ['连字符范围', '年限 10 年 以上', '年限 10-19 年', 'BF1044'],
  ['年份连字符', '超过 30 年: 每', '2015-2019 年: 每', 'BF1044'],
  ['减号没有空格', '年限 10 年 以上', '年限-1 超过 3 年', 'BF1045'],
  ['数没有上下', '年限 10 年 以上', '年限 10 年', 'BF1046'],
  ['且或相混', '      在编\n', '      在编 且 老人 或 在编\n', 'BF1060'],
  ['引号没有收', '"某方案"', '"某方案', 'BF1020'],
  ['括号没有收', '    年龄: 老人', '    年龄: (老人', 'BF1021'],
  ['多一个括号', '    年龄: 老人', '    年龄: 老人)', 'BF1021'],
  ['句号', '    年龄: 老人   ', '    年龄: 老人。  ', 'BF1022'],
  ['名称里的数字', '    重复: ', '    7岁以下儿童: ', 'BF1026'],
  ['关键词作名称', '主体 申请人 (applicant)', '主体 全部 (applicant)', 'BF1027'],
  ['制表符', '    年龄: 老人', '\t\t年龄: 老人', 'BF1002'],
  ['全角空格', '  出处', '　出处', 'BF1002'],
  ['多一个空格', '    年限够:', '     年限够:', 'BF1003'],
  ['少一个空格', '    重复:', '   重复:', 'BF1003'],
  ['没有缩进', '  排除\n', '排除\n', 'BF1003'],
  ['规则没有缩进', '    重复:', '  重复:', 'BF1004'],
  ['放错地方', '    排序 年限 从高到低\n', '    资格 老人\n    排序 年限 从高到低\n', 'BF1005'],
  ['最外层的规则', '\n定义 老人', '\n年龄够: 在编\n\n定义 老人', 'BF1004'],
  ['步骤没有名称', '  初审 (review): 由 乡镇', '  由 乡镇', 'BF1009'],
  ['从句两次', '    年龄: 老人  ', '    年龄: 老人 当 在编 当 老人  ', 'BF1061'],
  ['排序没有方向', '排序 年限 从高到低', '排序 年限', 'BF1062'],
  ['两个名称挨着', '      在编\n', '      在编 且 老人 在编\n', 'BF1063'],
  ['没有写完', '    重复: 类别 含 甲类', '    重复: 类别 含', 'BF1064'],
  ['则在行中', '满 60 周岁', '满 60 周岁 则 在编', 'BF1065'],
];

/** The same in an English file. */
export const rightEnglish = `notice example (例)

subject applicant (申请人)
  birthDate (出生日期): date
  years (年限): years range 0 to 60
  staff (在编): boolean

programme aid (补助)
  eligible all of
    ofAge: birthDate to now at least 60 years of age
    served: years at least 10 years                                  cite 一.1
  excluded
    inPost: staff
`;

export const englishMistakes: readonly (readonly [string, string, string, string])[] = [
  ['misspelt head', '  eligible all', '  elegible all', 'BF1023'],
  ['misspelt operator', 'at least 10', 'atleast 10', 'BF1023'],
  ['Chinese head', '  excluded', '  排除', 'BF1024'],
  ['Chinese operator', 'years at least 10', 'years 超过 10', 'BF1024'],
  ['no colon', 'staff (在编): boolean', 'staff (在编) boolean', 'BF1008'],
  ['mixed junction', '    inPost: staff', '    inPost: staff and staff or staff', 'BF1060'],
  ['hyphen range', 'years at least 10 years', 'years 10-19 years', 'BF1044'],
  ['no indent', '  excluded\n', 'excluded\n', 'BF1003'],
  ['unfinished', 'at least 10 years ', 'at least ', 'BF1064'],
];
