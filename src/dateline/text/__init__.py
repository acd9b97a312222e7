"""Article -> Text: sentences, tokens, names and who they are, all as positions in the article."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING

from dateline.config import Config
from dateline.records import Article
from dateline.syntax import Text

if TYPE_CHECKING:
    from dateline.resolvers import Resolvers


def make(config: Config, resolvers: Resolvers) -> Callable[[Iterable[Article]], Iterator[Text]]:
    """The text stage: articles in, parsed texts with names, entities and references out, in the same order.

    Raises ConfigError when the pipeline that `config.model` names is missing or gives no parse.
    """
    from dateline.text.adapter import SpacyParser
    from dateline.text.coreference import resolve
    from dateline.text.gazetteer import Gazetteer
    from dateline.text.lexicon import Lexicon
    from dateline.text.mend import mend

    parser = SpacyParser(config.model)
    gazetteer = Gazetteer(resolvers.who, resolvers.where)
    lexicon = Lexicon.load(config.overlay)

    def read(articles: Iterable[Article]) -> Iterator[Text]:
        for text in parser.parse(articles):
            yield resolve(mend(text, lexicon), gazetteer, lexicon)

    return read
