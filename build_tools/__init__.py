"""How a Technical Framework is made: files -> framework -> checks -> pages -> HTML, exports."""
