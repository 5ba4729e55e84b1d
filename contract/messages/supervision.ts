import type { Messages } from '../language.ts';

/** Supervision: refusals, the words of its states and acts, and what staff are told. `{rule}` is the name of a rule, `{number}` a matter's number, `{date}` a day. */
export const supervisionMessages = {
  'order.unknown': { 'zh-CN': '没有找到该督办单，或您无权查看。', 'zh-HK': '找不到該督辦單，或您無權查看。', en: 'There is no such supervision order, or it is not yours to see.' },
  'order.changed_meanwhile': { 'zh-CN': '刚才已有人处理了该督办单。请查看最新情况后再操作，您输入的内容仍在。', 'zh-HK': '剛才已有人處理該督辦單。請查看最新情況後再操作，您輸入的內容仍在。', en: 'Somebody has just acted on this order. Look at it as it stands now and act again; what you typed is still there.' },
  'order.not_waiting_for_reply': { 'zh-CN': '该督办单已经答复，请等监察人员审核。', 'zh-HK': '該督辦單已經答覆，請待監察人員審核。', en: 'The order has been replied to. Wait for the supervisor’s judgement.' },
  'order.not_replied': { 'zh-CN': '该督办单还没有答复，不能退回或办结。', 'zh-HK': '該督辦單仍未答覆，不能退回或辦結。', en: 'There is no reply yet to send back or to accept.' },
  'order.over': { 'zh-CN': '该督办单已经结束，不能再操作。', 'zh-HK': '該督辦單已經結束，不能再操作。', en: 'The order is over; nothing more can be done with it.' },
  'order.same_person': { 'zh-CN': '答复是您本人作出的。请由另一位监察人员审核。', 'zh-HK': '答覆由您本人作出。請由另一位監察人員審核。', en: 'You gave the reply yourself. Another supervisor must judge it.' },
  'order.nothing_to_change': { 'zh-CN': '该督办单的期限没有变化。', 'zh-HK': '該督辦單的期限沒有變化。', en: 'The dates of this order have not changed.' },

  'order.status.open': { 'zh-CN': '待答复', 'zh-HK': '待答覆', en: 'Waiting for a reply' },
  'order.status.replied': { 'zh-CN': '待审核', 'zh-HK': '待審核', en: 'Replied, to be judged' },
  'order.status.closed': { 'zh-CN': '已办结', 'zh-HK': '已辦結', en: 'Closed' },
  'order.status.lapsed': { 'zh-CN': '已撤销', 'zh-HK': '已撤銷', en: 'Lapsed' },
  'order.command.reply': { 'zh-CN': '答复', 'zh-HK': '答覆', en: 'Reply' },
  'order.command.return': { 'zh-CN': '退回', 'zh-HK': '退回', en: 'Send back' },
  'order.command.close': { 'zh-CN': '办结', 'zh-HK': '辦結', en: 'Accept and close' },
  'order.ground.put_right': { 'zh-CN': '整改到位', 'zh-HK': '整改到位', en: 'Put right' },
  'order.ground.excused': { 'zh-CN': '理由成立', 'zh-HK': '理由成立', en: 'Excused by its reasons' },
  'order.ground.held_to_account': { 'zh-CN': '已经问责', 'zh-HK': '已經問責', en: 'Answered for' },
  'order.clock.reply': { 'zh-CN': '答复期限', 'zh-HK': '答覆期限', en: 'Time to reply' },
  'order.clock.review': { 'zh-CN': '审核期限', 'zh-HK': '審核期限', en: 'Time to judge the reply' },
  'order.event.order_opened': { 'zh-CN': '开出督办单', 'zh-HK': '開出督辦單', en: 'Order opened' },
  'order.event.order_replied': { 'zh-CN': '答复', 'zh-HK': '答覆', en: 'Replied' },
  'order.event.order_returned': { 'zh-CN': '退回重新答复', 'zh-HK': '退回重新答覆', en: 'Sent back for another reply' },
  'order.event.order_closed': { 'zh-CN': '办结', 'zh-HK': '辦結', en: 'Closed' },
  'order.event.order_lapsed': { 'zh-CN': '日历变更后没有超期，督办单撤销', 'zh-HK': '日曆變更後沒有超期，督辦單撤銷', en: 'Lapsed: after a change of the calendar there was no delay' },
  'order.event.order_escalated': { 'zh-CN': '逾期未处理，上报上一级监察', 'zh-HK': '逾期未處理，上報上一級監察', en: 'Not dealt with in time: raised one level' },
  'order.event.order_recomputed': { 'zh-CN': '日历变更，期限重新计算', 'zh-HK': '日曆變更，期限重新計算', en: 'Dates computed again after a change of the calendar' },
  'severity.warning': { 'zh-CN': '预警', 'zh-HK': '預警', en: 'Warning' },
  'severity.yellow': { 'zh-CN': '黄牌', 'zh-HK': '黃牌', en: 'Yellow card' },
  'severity.red': { 'zh-CN': '红牌', 'zh-HK': '紅牌', en: 'Red card' },

  'back_trace.allowed': { 'zh-CN': '时限', 'zh-HK': '時限', en: 'Allowed' },
  'back_trace.used': { 'zh-CN': '用时', 'zh-HK': '用時', en: 'Used' },
  'back_trace.late': { 'zh-CN': '净超时', 'zh-HK': '淨超時', en: 'Net delay' },
  'back_trace.waited': { 'zh-CN': '待认领', 'zh-HK': '待認領', en: 'Waited unclaimed' },
  'back_trace.worked': { 'zh-CN': '办理', 'zh-HK': '辦理', en: 'In hand' },
  'back_trace.paused_lawful': { 'zh-CN': '依法不计', 'zh-HK': '依法不計', en: 'Lawfully not counted' },
  'back_trace.paused_unlawful': { 'zh-CN': '特别程序超出告知时长', 'zh-HK': '特別程序超出告知時長', en: 'Procedure beyond what was announced' },
  'back_trace.nobody': { 'zh-CN': '无人认领', 'zh-HK': '無人認領', en: 'Nobody had claimed it' },
  'back_trace.between': { 'zh-CN': '环节之间', 'zh-HK': '環節之間', en: 'Between links' },
  'back_trace.how': {
    'zh-CN': '一天里有几个环节同时在办的，算在最后办完的环节。净超时先算在超过自己时限的环节，按超出天数分摊；不够的，算在到期之后经手的环节。',
    'zh-HK': '一天內有幾個環節同時辦理的，計入最後辦完的環節。淨超時先計入超過本身時限的環節，按超出日數分攤；不足的，計入到期之後經手的環節。',
    en: 'A day on which several links were open counts for the one that ended last. Net delay goes first to links that overran their own limit, in proportion; what remains goes to whoever had the matter after its due date.',
  },

  'staff_message.digest': { 'zh-CN': '今日时限：红灯 {red} 件，黄灯 {yellow} 件。请先办红灯。', 'zh-HK': '今日時限：紅燈 {red} 件，黃燈 {yellow} 件。請先辦紅燈。', en: 'Limits today: {red} red, {yellow} yellow. Red ones first.' },
  'staff_message.order_opened': { 'zh-CN': '督办：办件 {number}，{rule}。请在 {date} 前答复。', 'zh-HK': '督辦：辦件 {number}，{rule}。請在 {date} 前答覆。', en: 'Supervision order: matter {number}, {rule}. Reply by {date}.' },
  'staff_message.order_returned': { 'zh-CN': '督办答复被退回：办件 {number}，{rule}。请在 {date} 前重新答复。', 'zh-HK': '督辦答覆被退回：辦件 {number}，{rule}。請在 {date} 前重新答覆。', en: 'Your reply was sent back: matter {number}, {rule}. Reply again by {date}.' },
  'staff_message.order_replied': { 'zh-CN': '督办已答复，待审核：办件 {number}，{rule}。请在 {date} 前审核。', 'zh-HK': '督辦已答覆，待審核：辦件 {number}，{rule}。請在 {date} 前審核。', en: 'An order was replied to: matter {number}, {rule}. Judge the reply by {date}.' },
  'staff_message.order_escalated': { 'zh-CN': '督办逾期上报：办件 {number}，{rule}。请监察处理。', 'zh-HK': '督辦逾期上報：辦件 {number}，{rule}。請監察處理。', en: 'An order was not dealt with in time and is raised to you: matter {number}, {rule}.' },
  'staff_message.order_closed': { 'zh-CN': '督办已办结：办件 {number}，{rule}。', 'zh-HK': '督辦已辦結：辦件 {number}，{rule}。', en: 'An order was closed: matter {number}, {rule}.' },
  'staff_message.order_lapsed': { 'zh-CN': '督办已撤销：办件 {number}，{rule}。日历变更后没有超期。', 'zh-HK': '督辦已撤銷：辦件 {number}，{rule}。日曆變更後沒有超期。', en: 'An order has lapsed: matter {number}, {rule}. After a change of the calendar there was no delay.' },
} as const satisfies Messages;

/** The refusals among them. */
export const supervisionRefusalMessages = {
  'order.unknown': supervisionMessages['order.unknown'], 'order.changed_meanwhile': supervisionMessages['order.changed_meanwhile'], 'order.not_waiting_for_reply': supervisionMessages['order.not_waiting_for_reply'],
  'order.not_replied': supervisionMessages['order.not_replied'], 'order.over': supervisionMessages['order.over'], 'order.same_person': supervisionMessages['order.same_person'], 'order.nothing_to_change': supervisionMessages['order.nothing_to_change'],
} as const satisfies Messages;
