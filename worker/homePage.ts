import { stateTexts } from '../contract/texts/states.ts';
import type { Locale, Text } from '../contract/texts/text.ts';
import type { StateName } from '../contract/states.ts';
import type { Backlog } from '../store/queries/overview.ts';

export type HomeFacts = {
  home: string;
  now: string;
  engineUiUrl: string | null;
  programmes: { id: string; title: string; counts: { state: StateName; count: number }[] }[];
  backlog: Backlog;
  ownerless: number;
};

const texts = {
  title: { vi: 'Vinh Danh – xét duyệt đề nghị khen thưởng', en: 'Vinh Danh – nomination approval' },
  now: { vi: 'Thời điểm chương trình', en: 'Programme time' },
  mailbox: { vi: 'Hộp thư (môi trường trình diễn)', en: 'Mailbox (demonstration)' },
  engine: { vi: 'Trang của bộ máy Temporal', en: "The Temporal engine's own page" },
  data: { vi: 'Thư mục dữ liệu', en: 'Data folder' },
  programme: { vi: 'Chương trình', en: 'Programme' },
  state: { vi: 'Trạng thái', en: 'State' },
  count: { vi: 'Số hồ sơ', en: 'Nominations' },
  none: { vi: 'Chưa có hồ sơ nào.', en: 'No nominations yet.' },
  backlog: { vi: 'Đang chờ máy', en: 'Waiting for machinery' },
  undelivered: { vi: 'đã tiếp nhận, chưa xử lý', en: 'received, not yet applied' },
  unsent: { vi: 'thông báo chưa gửi', en: 'notices not sent' },
  dead: { vi: 'thông báo không gửi được', en: 'notices that cannot be sent' },
  ownerless: { vi: 'hồ sơ không có người phụ trách (phải là 0)', en: 'nominations without an owner (must be 0)' },
} as const satisfies Record<string, Text>;

/** Gives the installation's home page: where things are and what waits. */
export function homePage(locale: Locale, facts: HomeFacts): string {
  const t = (name: keyof typeof texts) => escape(texts[name][locale]);
  const links = [
    `<li><a href="/mailbox?lang=${locale}">${t('mailbox')}</a></li>`,
    facts.engineUiUrl ? `<li><a href="${escape(facts.engineUiUrl)}">${t('engine')}</a></li>` : '',
    `<li>${t('data')}: <code>${escape(facts.home)}</code></li>`,
  ].join('');
  const rows = facts.programmes.flatMap(({ id, title, counts }) =>
    counts.map(({ state, count }) => `<tr><td>${escape(`${id} – ${title}`)}</td><td>${escape(stateTexts[state][locale])}</td><td class="n">${count}</td></tr>`),
  );
  const table = rows.length
    ? `<table><thead><tr><th scope="col">${t('programme')}</th><th scope="col">${t('state')}</th><th scope="col">${t('count')}</th></tr></thead><tbody>${rows.join('')}</tbody></table>`
    : `<p>${t('none')}</p>`;
  const { undelivered, unsent, dead } = facts.backlog;
  return `<!doctype html><html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${t('title')}</title><style>${style}</style></head>
<body><main><h1>${t('title')}</h1><p>${t('now')}: <time datetime="${facts.now}">${localTime(facts.now)}</time></p><ul>${links}</ul>${table}
<h2>${t('backlog')}</h2><ul><li>${undelivered} ${t('undelivered')}</li><li>${unsent} ${t('unsent')}</li><li>${dead} ${t('dead')}</li><li>${facts.ownerless} ${t('ownerless')}</li></ul>
<p><a href="?lang=${locale === 'vi' ? 'en' : 'vi'}">${locale === 'vi' ? 'English' : 'Tiếng Việt'}</a></p></main></body></html>`;
}

const style = `body{font:16px/1.5 system-ui,sans-serif;margin:2rem;color:#1b1b1f;background:#fff}main{max-width:60rem;margin:auto}
table{border-collapse:collapse;width:100%}th,td{text-align:left;padding:.35rem .6rem;border-bottom:1px solid #d0d0d8}.n{text-align:right}a{color:#0b57a4}code{overflow-wrap:anywhere}`;

function localTime(at: string): string {
  return new Intl.DateTimeFormat('vi-VN', { dateStyle: 'short', timeStyle: 'short', timeZone: 'Asia/Ho_Chi_Minh' }).format(new Date(at));
}

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (letter) => `&#${letter.charCodeAt(0)};`);
}
