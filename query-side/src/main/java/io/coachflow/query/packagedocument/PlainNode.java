package io.coachflow.query.packagedocument;

import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;

/**
 * Gathers the text inside a node of a Markdown document, without its marks.
 */
final class PlainNode extends AbstractVisitor {

	private final StringBuilder text = new StringBuilder();

	private PlainNode() {
	}

	static String text(Node node) {
		PlainNode visitor = new PlainNode();
		node.accept(visitor);
		return visitor.text.toString();
	}

	@Override
	public void visit(Text text) {
		this.text.append(text.getLiteral());
	}

	@Override
	public void visit(Code code) {
		this.text.append(code.getLiteral());
	}

	@Override
	public void visit(SoftLineBreak lineBreak) {
		this.text.append(' ');
	}

	@Override
	public void visit(HardLineBreak lineBreak) {
		this.text.append(' ');
	}

}
