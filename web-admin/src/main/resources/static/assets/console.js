// Small comforts on top of pages that work without any script.
(() => {
  'use strict';
  const moments = new Intl.DateTimeFormat('en-GB', {
    day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit', hourCycle: 'h23',
  });

  // The server writes moments in UTC; here the reader's own zone is known. Plain days stay as the
  // issuer wrote them: a badge valid until the 3rd must not end on the 2nd further west.
  function localise(root) {
    root.querySelectorAll('time[datetime]:not(.ago):not(.day):not([data-local])').forEach((time) => {
      const instant = new Date(time.dateTime);
      if (Number.isNaN(instant.getTime())) return;
      time.textContent = moments.format(instant);
      time.dataset.local = '';
    });
  }

  function closeMenus(except) {
    document.querySelectorAll('details.menu[open]').forEach((menu) => {
      if (menu !== except) menu.open = false;
    });
  }

  document.addEventListener('click', (event) => closeMenus(event.target.closest('details.menu')));
  document.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return;
    const menu = document.querySelector('details.menu[open]');
    if (menu) {
      menu.open = false;
      menu.querySelector('summary').focus();
    }
  });

  // What a swap brought in may say what to announce and where the reader goes on.
  document.addEventListener('htmx:afterSettle', (event) => {
    const fresh = event.detail.elt;
    localise(fresh);
    const say = fresh.closest('[data-announce]') || fresh.querySelector('[data-announce]');
    if (say) document.getElementById('announcer').textContent = say.dataset.announce;
    const next = fresh.querySelector('[data-focus]');
    if (next) next.focus();
  });

  // An answer that is no fragment (signed out, gone, broken) is a page: go there and let it speak.
  document.addEventListener('htmx:responseError', (event) => {
    const link = event.detail.elt.getAttribute('href');
    if (link) window.location.assign(link);
  });

  // Where a form asks by which clock, the reader's own is the likely one.
  const zone = document.querySelector('select[data-zone]');
  const own = Intl.DateTimeFormat().resolvedOptions().timeZone;
  if (zone && [...zone.options].some((option) => option.value === own)) zone.value = own;

  // A second press while the first is on its way would do the same thing twice.
  document.addEventListener('submit', (event) => {
    if (event.target.method !== 'post') return;
    if ('sent' in event.target.dataset) event.preventDefault();
    event.target.dataset.sent = '';
  });
  window.addEventListener('pageshow', () => {
    document.querySelectorAll('form[data-sent]').forEach((form) => delete form.dataset.sent);
  });

  // On a narrow screen the face that is shown may be beyond the edge of its tabs.
  const face = document.querySelector('.tabs [aria-current]');
  if (face) face.scrollIntoView({ block: 'nearest', inline: 'nearest' });

  localise(document);
  // A page made in answer to a form may say what to look at first.
  const first = document.querySelector('main [data-focus]');
  if (first) first.focus();
})();
