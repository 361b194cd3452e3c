"""Pages -> Typst -> PDF, and the map from every printed line back to the text it came from."""

from build_tools.pdf.printed import PrintedDocument, PrintedPart
from build_tools.pdf.printed_documents import printed_documents, printed_page, printed_profile

__all__ = ["PrintedDocument", "PrintedPart", "printed_documents", "printed_page", "printed_profile"]
