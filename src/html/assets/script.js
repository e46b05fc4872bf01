'use strict';
(() => {
  const by = (id) => document.getElementById(id);
  const form = by('filters'), words = by('words'), topic = by('topic'), source = by('source');
  const found = by('found'), none = by('none'), unfold = by('unfold');
  const checks = [...form.querySelectorAll('[name=verdict]')];
  const plain = (text) => text.normalize('NFKD').replace(/\p{M}+/gu, '').toLowerCase();

  // Read once: which claims there are, by topic. What they say is read when somebody first looks for words.
  const names = new Map([...source.options].slice(1).map((o) => [o.value, plain(o.text)]));
  const topics = [...document.querySelectorAll('.topic')].map((at) => ({
    at,
    name: at.id.slice(2),
    claims: [...at.querySelectorAll('.claim')].map((at) => ({
      at, verdict: at.className.slice(8), sources: at.dataset.s ? at.dataset.s.split(' ') : [], text: null, shown: true,
    })),
    shown: true,
  }));
  const total = topics.reduce((sum, t) => sum + t.claims.length, 0);
  const said = (claim) => claim.text ??= plain(
    [claim.at.firstElementChild.textContent, claim.at.id, ...claim.sources.map((s) => names.get(s) ?? '')].join('\n'));
  const show = (thing, shown) => {
    if (thing.shown !== shown) {
      thing.shown = shown;
      thing.at.hidden = !shown;
    }
  };
  const group = (n) => String(n).replace(/\B(?=(\d{3})+$)/g, ',');

  // Work goes on in slices, so that a page of very many claims never stops answering.
  let turn = 0;
  const filter = () => {
    const mine = ++turn;
    const terms = plain(words.value).split(/\s+/).filter(Boolean);
    const verdicts = new Set(checks.filter((c) => c.checked).map((c) => c.value));
    const fits = (claim) =>
      verdicts.has(claim.verdict) &&
      (!source.value || claim.sources.includes(source.value)) &&
      terms.every((term) => said(claim).includes(term));
    let next = 0, count = 0;
    const slice = () => {
      if (mine !== turn) return;
      const until = performance.now() + 12;
      while (next < topics.length && performance.now() < until) {
        const of = topics[next++];
        let some = 0;
        const wanted = !topic.value || topic.value === of.name;
        for (const claim of of.claims) {
          const fit = wanted && fits(claim);
          some += fit;
          show(claim, fit);
        }
        show(of, some > 0);
        count += some;
      }
      if (next < topics.length) {
        setTimeout(slice);
        return;
      }
      none.hidden = count > 0;
      const all = count === total;
      found.textContent = all ? `${group(total)} claims` : `${group(count)} of ${group(total)} claims`;
    };
    slice();
  };

  let wait = 0;
  words.addEventListener('input', () => {
    clearTimeout(wait);
    wait = setTimeout(filter, 120);
  });
  form.addEventListener('change', filter);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    filter();
  });
  form.addEventListener('reset', () => setTimeout(filter));
  form.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && event.target === words) form.reset();
  });
  unfold.addEventListener('click', () => {
    const open = unfold.getAttribute('aria-pressed') !== 'true';
    unfold.setAttribute('aria-pressed', String(open));
    unfold.textContent = open ? 'Close all details' : 'Open all details';
    let at = 0;
    const all = [...document.querySelectorAll('main details')];
    const slice = () => {
      const until = performance.now() + 12;
      while (at < all.length && performance.now() < until) all[at++].open = open;
      if (at < all.length) setTimeout(slice);
    };
    slice();
  });

  // A link to a claim that is filtered out shows it again, and opens it.
  const follow = () => {
    let target = null;
    try {
      target = by(decodeURIComponent(location.hash.slice(1)));
    } catch {
      return;
    }
    if (!target || !target.closest('main')) return;
    if (target.hidden || target.closest('[hidden]')) {
      form.reset();
      for (const of of topics) {
        show(of, true);
        for (const claim of of.claims) show(claim, true);
      }
    }
    const details = target.matches('.claim') && target.querySelector('details');
    if (details) details.open = true;
    target.scrollIntoView();
  };
  addEventListener('hashchange', follow);
  form.hidden = false;
  follow();
})();
