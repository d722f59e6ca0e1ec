// The site's own search, by its engine.

const files = new Map();

function load(address) {
  if (!files.has(address)) {
    files.set(
      address,
      fetch(address).then((answer) => {
        if (!answer.ok) throw new Error(`${answer.status} ${address}`);
        return answer.text();
      }),
    );
  }
  return files.get(address);
}

/** Take spellings out of the lexicon. */
function bare(file, without) {
  for (const table of Object.values(file.lexicon.entries)) {
    for (const id of Object.keys(table)) table[id] = table[id].filter((one) => !without.includes(one));
  }
  return file;
}

/** Open the index in a folder; `seen` collects the paths of the files that are fetched, `without` has lost spellings. */
export async function opened({ site, index, language, seen, without }) {
  const { opened: open } = await import(`${site}assets/search/browser/engine.js`);
  const engine = await open(async (path) => {
    seen?.add(path);
    const file = JSON.parse(await load(`${index}${path}`));
    return without && path === "lexicon.json" ? bare(file, without) : file;
  }, language);
  return {
    async find(query, limit) {
      const { hits, total } = await engine.search(query, limit ? { limit } : {});
      return { ids: hits.map(({ id }) => id), total };
    },
  };
}
