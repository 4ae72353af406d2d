package io.coachflow.eventlog;

import java.util.Map;

import io.axoniq.axonserver.grpc.MetaDataValue;
import org.axonframework.axonserver.connector.util.GrpcMetaDataConverter;
import org.axonframework.serialization.ContentTypeConverter;
import org.axonframework.serialization.Serializer;

/**
 * Converts the metadata of an event from Axon Server's map to the JSON that tables hold.
 */
@SuppressWarnings("rawtypes")
class MetadataFromAxonServer implements ContentTypeConverter<Map, byte[]> {

	private final Serializer serializer;

	MetadataFromAxonServer(Serializer serializer) {
		this.serializer = serializer;
	}

	@Override
	public Class<Map> expectedSourceType() {
		return Map.class;
	}

	@Override
	public Class<byte[]> targetType() {
		return byte[].class;
	}

	@Override
	@SuppressWarnings("unchecked")
	public byte[] convert(Map metadata) {
		return this.serializer
			.serialize(new GrpcMetaDataConverter(this.serializer).convert((Map<String, MetaDataValue>) metadata),
					byte[].class)
			.getData();
	}

}
