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

/** Open the index in a folder; `seen` collects the paths of the files that are fetched. */
export async function opened({ site, index, language, seen }) {
  const { opened: open } = await import(`${site}assets/search/engine.js`);
  const engine = await open(async (path) => {
    seen?.add(path);
    return JSON.parse(await load(`${index}${path}`));
  }, language);
  return {
    async find(query, limit) {
      const { hits, total } = await engine.search(query, limit ? { limit } : {});
      return { ids: hits.map(({ id }) => id), total };
    },
  };
}
