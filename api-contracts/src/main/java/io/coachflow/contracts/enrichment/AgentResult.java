package io.coachflow.contracts.enrichment;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.swagger.v3.oas.annotations.media.DiscriminatorMapping;
import io.swagger.v3.oas.annotations.media.Schema;

/**
 * The result of an agent, in the brief's language. Its JSON has a {@code kind}, which is
 * the agent's id, and follows the schema of that name in {@code schemas/agents}.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({ @JsonSubTypes.Type(value = Research.class, name = "research"),
		@JsonSubTypes.Type(value = Content.class, name = "content"),
		@JsonSubTypes.Type(value = Logo.class, name = "logo"), @JsonSubTypes.Type(value = Seo.class, name = "seo"),
		@JsonSubTypes.Type(value = SiteTemplates.class, name = "template") })
@Schema(discriminatorProperty = "kind",
		discriminatorMapping = { @DiscriminatorMapping(value = "research", schema = Research.class),
				@DiscriminatorMapping(value = "content", schema = Content.class),
				@DiscriminatorMapping(value = "logo", schema = Logo.class),
				@DiscriminatorMapping(value = "seo", schema = Seo.class),
				@DiscriminatorMapping(value = "template", schema = SiteTemplates.class) })
public sealed interface AgentResult permits Research, Content, Logo, Seo, SiteTemplates {

}
